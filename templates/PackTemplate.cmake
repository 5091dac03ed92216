# Packs the parts of a template reproducibly. Run at build time.
set(order mimetype content.xml styles.xml settings.xml meta.xml META-INF/manifest.xml)
foreach(part IN LISTS order)
  execute_process(COMMAND touch -d "1980-01-01 00:00:00 UTC" "${part}" WORKING_DIRECTORY "${PARTS}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
set(ENV{TZ} UTC)
execute_process(COMMAND "${ZIP}" -q -X -0 "${OUT}" mimetype WORKING_DIRECTORY "${PARTS}" COMMAND_ERROR_IS_FATAL ANY)
list(REMOVE_ITEM order mimetype)
execute_process(COMMAND "${ZIP}" -q -X -9 "${OUT}" ${order} WORKING_DIRECTORY "${PARTS}" COMMAND_ERROR_IS_FATAL ANY)
