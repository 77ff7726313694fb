#include "app/paper/face.h"

#define INTER "/usr/share/fonts/opentype/inter/"

static const struct {
	const char *path, *package; /* of Debian */
} fonts[PAPER_FACES] = {
	[PAPER_MEDIUM] = {INTER "Inter-Medium.otf", "fonts-inter"},
	[PAPER_SEMIBOLD] = {INTER "Inter-SemiBold.otf", "fonts-inter"},
	[PAPER_BOLD] = {INTER "Inter-Bold.otf", "fonts-inter"},
	[PAPER_DISPLAY] = {INTER "InterDisplay-Bold.otf", "fonts-inter"},
	[PAPER_ICON] = {("/usr/share/fonts/truetype/materialdesignicons-webfont/"
			 "materialdesignicons-webfont.ttf"),
		"fonts-materialdesignicons-webfont"},
};

const char *face_path(enum paper_face face)
{
	return fonts[face].path;
}

bool face_map(enum paper_face face, struct font_file *out_file)
{
	return font_file_init(out_file, "paper", fonts[face].path, fonts[face].package);
}
