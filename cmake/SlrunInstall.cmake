# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` and CPack put where. Binary and plugins say it themselves, where they are
# built; this is the rest: headers, what finds them, and the Debian package.
include(CMakePackageConfigHelpers)

set(slrun_plugin_dir ${CMAKE_INSTALL_LIBDIR}/slrun/plugins)
set(slrun_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/slrun)

install(DIRECTORY include/slrun DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
foreach(page docs/writing-plugins.md docs/abi-changes.md)
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_DOCDIR})
endforeach()

# For plugin authors: find_package(slrun), and pkg-config.
configure_package_config_file(cmake/package/slrunConfig.cmake.in
  ${PROJECT_BINARY_DIR}/package/slrunConfig.cmake INSTALL_DESTINATION ${slrun_cmake_dir}
  PATH_VARS CMAKE_INSTALL_INCLUDEDIR CMAKE_INSTALL_BINDIR slrun_plugin_dir)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/package/slrunConfigVersion.cmake
  COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/package/slrunConfig.cmake
              ${PROJECT_BINARY_DIR}/package/slrunConfigVersion.cmake
              cmake/package/SlrunAddPlugin.cmake cmake/SlrunEmbed.cmake cmake/Embed.cmake cmake/plugin.map
        DESTINATION ${slrun_cmake_dir})

# The .pc file finds its prefix from where it lies, so that a tree can be moved.
file(RELATIVE_PATH slrun_pc_prefix /p/${CMAKE_INSTALL_LIBDIR}/pkgconfig /p)
string(REGEX REPLACE "/$" "" slrun_pc_prefix "${slrun_pc_prefix}")
configure_file(cmake/package/slrun.pc.in ${PROJECT_BINARY_DIR}/package/slrun.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/package/slrun.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# The Debian package. dpkg-shlibdeps names what is linked; what is loaded when first needed
# (core/net/library.h, `require "cjson"`) it cannot see.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME slrun)
set(CPACK_PACKAGE_VENDOR slrun)
set(CPACK_PACKAGE_CONTACT "The slrun authors <slrun@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libcurl4 (>= 7.85.0), libexpat1, libmicrohttpd12, libnghttp2-14, zlib1g, lua-cjson")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "cmake, libjansson-dev, pkg-config")
include(CPack)
