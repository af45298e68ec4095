return { word = "outer" }
