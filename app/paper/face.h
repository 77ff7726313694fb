#ifndef APP_PAPER_FACE_H
#define APP_PAPER_FACE_H

#include "app/base/font_file.h"
#include "app/paper/paragraph.h"

/* The fonts of Debian that paper is printed with: Inter, and Material Design's icons. */

const char *face_path(enum paper_face face);

/* Maps a font's file; false and one log line that names the missing Debian package. */
bool face_map(enum paper_face face, struct font_file *out_file);

#endif
