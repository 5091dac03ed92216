# finsam_embed(OUT FILE...): writes a C++ file that holds the files' bytes; see bridge/report/embedded.hpp.
function(finsam_embed out)
  set(target "${CMAKE_CURRENT_BINARY_DIR}/${out}")
  add_custom_command(
    OUTPUT "${target}"
    COMMAND "${CMAKE_COMMAND}" "-DOUT=${target}" "-DFILES=${ARGN}" -P "${CMAKE_SOURCE_DIR}/cmake/WriteEmbedded.cmake"
    DEPENDS ${ARGN} "${CMAKE_SOURCE_DIR}/cmake/WriteEmbedded.cmake"
    VERBATIM)
endfunction()
