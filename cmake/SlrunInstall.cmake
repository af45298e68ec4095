# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` and CPack put where.
install(DIRECTORY include/slrun DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
