# Packs a copy of the unpacked extension, with other times and modes, and compares the bytes.
file(REMOVE_RECURSE "${SCRATCH}")
file(COPY "${FOLDER}" DESTINATION "${SCRATCH}" NO_SOURCE_PERMISSIONS)
file(GLOB_RECURSE files "${SCRATCH}/*")
file(TOUCH ${files})
execute_process(
  COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${SCRATCH}/finsam" "-DOUT=${SCRATCH}/finsam.oxt" -P "${PACK}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(
  COMMAND "${CMAKE_COMMAND}" -E compare_files "${SCRATCH}/finsam.oxt" "${PACKAGE}" COMMAND_ERROR_IS_FATAL ANY)
