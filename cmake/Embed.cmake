# SPDX-License-Identifier: Apache-2.0
# cmake -D IN=file[,file...] -D OUT=file.c -D SYMBOL=name -P Embed.cmake: a text file as an array, in C or C++.
# Several are the parts of a prelude, each behind a line "--@part FILE" (slrun_plugin.prelude).
# Characters and not numbers: a byte above 127 is no value of a signed char.
string(REPLACE "," ";" files "${IN}")
list(LENGTH files n)
set(hex "")
foreach(file IN LISTS files)
  file(READ ${file} text HEX)
  if(n GREATER 1)
    get_filename_component(name ${file} NAME)
    string(HEX "--@part ${name}\n" mark)
    string(PREPEND text "${mark}")
    string(APPEND text "0a") # a mark begins a line, whatever the file before it ends with
  endif()
  string(APPEND hex "${text}")
endforeach()
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
set(byte "'.x..',")
string(REGEX REPLACE "(${byte}${byte}${byte}${byte}${byte}${byte}${byte}${byte}${byte}${byte}${byte}${byte})"
       "\\1\n" bytes "${bytes}")
file(WRITE ${OUT} "#ifdef __cplusplus\nextern \"C\" {\n#endif\nextern const char ${SYMBOL}[];\n"
     "#ifdef __cplusplus\n}\n#endif\nconst char ${SYMBOL}[] = {\n${bytes}\n0};\n")
