// SPDX-License-Identifier: Apache-2.0
// Who hands on to whom, for the drawing.

// Names that CloudFormation makes are long; what tells them apart stands in their middle.
const ownName = (name) => /^.+-([A-Za-z0-9]+)-[A-Za-z0-9]{12,13}$/.exec(name)?.[1] ?? name;

const labelOf = (box) => `${box.kind} ${box.key ?? box.name}`;

function systemNodes(boxes, ways, here) {
  const told = new Map(boxes.map((box) => [labelOf(box), box]));
  return new Map(ways.flatMap((way) => [way.from, way.to]).map((label) => {
    const { kind, key, name, says, failed } = told.get(label);
    const path = [...kind.split("/"), key];
    return [label, { label, name: ownName(name), says, level: failed ? "error" : "notice", named: label === here,
      chosen: key ? () => { location.hash = linkTo(path); } : null }];
  }));
}

// The ways that lead to and from a box, and on from there.
function waysAround(ways, here) {
  const near = new Set([here]);
  for (let size = 0; size < near.size;) {
    size = near.size;
    for (const { from, to } of ways) if (near.has(from) || near.has(to)) near.add(from).add(to);
  }
  return ways.filter(({ from }) => near.has(from));
}

// Who hands on to whom: all, or what hangs together with the thing that is shown.
function drawSystem({ boxes, ways: places }) {
  const here = place.path.length > 2 ? `${place.path[0]}/${place.path[1]} ${place.path[2]}` : null;
  const all = places.map(([from, to]) => ({ from: labelOf(boxes[from]), to: labelOf(boxes[to]) }));
  const ways = here ? waysAround(all, here) : all;
  return ways.length > 0 ? systemDrawing(systemNodes(boxes, ways, here), ways) : null;
}
