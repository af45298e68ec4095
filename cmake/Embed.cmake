# SPDX-License-Identifier: Apache-2.0
# cmake -D IN=file -D OUT=file.c -D SYMBOL=name -P Embed.cmake: a text file as an array, in C or C++.
# Characters and not numbers: a byte above 127 is no value of a signed char.
file(READ ${IN} hex HEX)
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
set(byte "'.x..',")
string(REGEX REPLACE "(${byte}${byte}${byte}${byte}${byte}${byte}${byte}${byte}${byte}${byte}${byte}${byte})"
       "\\1\n" bytes "${bytes}")
file(WRITE ${OUT} "#ifdef __cplusplus\nextern \"C\" {\n#endif\nextern const char ${SYMBOL}[];\n"
     "#ifdef __cplusplus\n}\n#endif\nconst char ${SYMBOL}[] = {\n${bytes}\n0};\n")
