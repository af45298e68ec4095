// SPDX-License-Identifier: Apache-2.0
// Ships an order. It reads the parts of the address: another major version is another contract.
const MAJOR = 1

export const handler = async ({ detail }) => {
  const major = Number.parseInt(detail.version, 10)
  if (major !== MAJOR) {
    const error = new Error(`version ${detail.version} is not ${MAJOR}.x`)
    error.name = 'UnknownVersion'
    throw error
  }
  const { street, city } = detail.address
  return { order: detail.id, label: `${street}\n${city.toUpperCase()}` }
}
