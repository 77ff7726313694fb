#include "app/ui/icon.h"

#include "app/base/text.h"

#include "tests/unit/check.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <string.h>

#define FONT "/usr/share/fonts/truetype/materialdesignicons-webfont/materialdesignicons-webfont.ttf"

/* Code points differ between versions of the font; the names in the file itself do not lie. */
static void every_name_is_the_glyphs_name_in_the_font(void **state)
{
	const char *name, *text;
	FT_Library library;
	FT_Face face;
	size_t count = 0;

	(void)state;
	assert_int_equal(FT_Init_FreeType(&library), 0);
	assert_int_equal(FT_New_Face(library, FONT, 0, &face), 0);
	assert_true(FT_HAS_GLYPH_NAMES(face));
	for (; icon_at(count, &name, &text); count++) {
		char glyph[64] = "";
		const char *at = text;
		FT_UInt index = FT_Get_Char_Index(face, text_next(&at));
		assert_string_equal(at, "");
		assert_int_not_equal(index, 0);
		assert_int_equal(FT_Get_Glyph_Name(face, index, glyph, sizeof(glyph)), 0);
		assert_string_equal(glyph, name);
		assert_ptr_equal(icon_text(name), text);
	}
	assert_int_equal(count, 79);
	FT_Done_Face(face);
	FT_Done_FreeType(library);
}

static void a_name_that_is_not_there_is_the_help_circle(void **state)
{
	(void)state;
	assert_string_equal(icon_text("unicorn"), icon_text("help-circle"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_name_is_the_glyphs_name_in_the_font),
		cmocka_unit_test(a_name_that_is_not_there_is_the_help_circle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
