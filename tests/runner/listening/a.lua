local share <const> = require "share"
share "a"
