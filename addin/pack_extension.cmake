# Run at build time: cmake -DFOLDER=... -DOUT=... -P pack_extension.cmake
# The same input gives the same bytes: sorted names, one time, one mode, no extra fields.
file(GLOB_RECURSE names RELATIVE "${FOLDER}" "${FOLDER}/*")
list(SORT names COMPARE STRING)
set(ENV{TZ} UTC)
foreach(name IN LISTS names)
  file(CHMOD "${FOLDER}/${name}" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  execute_process(COMMAND touch -d "2024-01-01 00:00:00" "${FOLDER}/${name}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
file(REMOVE "${OUT}")
execute_process(COMMAND zip -X -q -D "${OUT}" ${names} WORKING_DIRECTORY "${FOLDER}" COMMAND_ERROR_IS_FATAL ANY)
