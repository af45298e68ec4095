local share <const> = require "share"
share "b"
