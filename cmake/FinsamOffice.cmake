# The office and its SDK: where they are, their types as C++ headers, and what a UNO library or client needs.

set(FINSAM_OFFICE_DIR "/usr/lib/libreoffice" CACHE PATH "LibreOffice installation (holds program/ and sdk/)")
set(FINSAM_OFFICE_INCLUDE_DIR "/usr/include/libreoffice" CACHE PATH "Headers of the LibreOffice SDK")
set(office_program "${FINSAM_OFFICE_DIR}/program")
set(office_sdk_bin "${FINSAM_OFFICE_DIR}/sdk/bin")
set(office_types "${office_program}/types.rdb" "${office_program}/types/offapi.rdb")

foreach(needed IN ITEMS ${office_types} "${office_sdk_bin}/cppumaker" "${FINSAM_OFFICE_INCLUDE_DIR}/cppuhelper/implbase1.hxx")
  if(NOT EXISTS "${needed}")
    message(FATAL_ERROR "${needed} is missing: install libreoffice-calc and libreoffice-dev, or use -DFINSAM_OFFICE=OFF")
  endif()
endforeach()

# Debian ships no C++ headers of the UNO types; all of them take under a second, once.
set(office_headers "${CMAKE_BINARY_DIR}/office-headers")
add_custom_command(
  OUTPUT "${office_headers}.stamp"
  COMMAND "${office_sdk_bin}/cppumaker" -Gc "-O${office_headers}" ${office_types}
  COMMAND "${CMAKE_COMMAND}" -E touch "${office_headers}.stamp"
  DEPENDS ${office_types}
  VERBATIM)
add_custom_target(finsam_office_headers DEPENDS "${office_headers}.stamp")

# For a library or a client that speaks UNO.
add_library(finsam_office INTERFACE)
add_dependencies(finsam_office finsam_office_headers)
target_include_directories(finsam_office SYSTEM INTERFACE "${FINSAM_OFFICE_INCLUDE_DIR}" "${office_headers}")
target_compile_definitions(finsam_office INTERFACE UNX GCC LINUX CPPU_ENV=gcc3)
foreach(library IN ITEMS uno_cppuhelpergcc3 uno_cppu uno_salhelpergcc3 uno_sal)
  target_link_libraries(finsam_office INTERFACE "${FINSAM_OFFICE_DIR}/sdk/lib/lib${library}.so")
endforeach()
