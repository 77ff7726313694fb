/* Who comes again: the contact as typed, and whether a typed name is that of the guest book. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/guest.h"

#include <string.h>

enum result guest_read_contact(const char *contact, struct guest *out_guest)
{
	static const struct office_service any;
	const bool email = strchr(contact, '@') != NULL;
	char *to = email ? out_guest->email : out_guest->phone;
	*out_guest = (struct guest){0};
	if (!text_copy(to, email ? sizeof out_guest->email : sizeof out_guest->phone, contact)) {
		return RESULT_TEXT_LONG;
	}
	text_trim(to);
	return to[0] == '\0'
		       ? RESULT_FIELD_REQUIRED
		       : guest_check_field(out_guest, email ? GUEST_EMAIL : GUEST_PHONE, &any, 0);
}

/* ---- a name, folded ---- */

/* The small letter without its marks, of the Unicode blocks Latin-1 Supplement (from U+00C0) and
 * Latin Extended-A; others as they are. */
static uint32_t fold_letter(uint32_t point)
{
	static const char supplement[] = "aaaaaaaceeeeiiiidnooooo*ouuuuyts"
					 "aaaaaaaceeeeiiiidnooooo/ouuuuyty";
	static const char extended[] = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiii"
				       "jjkkkllllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt"
				       "uuuuuuuuuuuuwwyyyzzzzzzs";
	_Static_assert(sizeof supplement - 1 == 0x100 - 0xC0, "a letter each");
	_Static_assert(sizeof extended - 1 == 0x180 - 0x100, "a letter each");
	if (point >= 'A' && point <= 'Z') {
		return point - 'A' + 'a';
	}
	if (point >= 0xC0 && point < 0x180) {
		return (uint32_t)(point < 0x100 ? supplement[point - 0xC0]
						: extended[point - 0x100]);
	}
	return point;
}

/* The letters and digits of a name, one blank between its words; U+0000 ends it. Apostrophes and
 * marks over a letter are left out, other signs part words. */
static void fold_name(const char *name, uint32_t out_folded[static GUEST_NAME_SIZE])
{
	size_t length = 0;
	bool blank = false;
	for (const char *at = name; *at != '\0' && length + 2 < GUEST_NAME_SIZE;) {
		const uint32_t point = text_next(&at);
		const bool letter = text_is_latin(point) || (point >= '0' && point <= '9');
		const bool inside = text_is_mark(point) || point == '\'' || point == 0x2018 ||
				    point == 0x2019 || point == 0x02BB || point == 0x02BC;
		if (letter) {
			if (blank && length > 0) {
				out_folded[length++] = ' ';
			}
			out_folded[length++] = fold_letter(point);
		}
		blank = letter ? false : blank || !inside;
	}
	out_folded[length] = 0;
}

bool guest_is_name(const char *name, const char *typed)
{
	uint32_t all[GUEST_NAME_SIZE], some[GUEST_NAME_SIZE];
	size_t i = 0;
	fold_name(name, all);
	fold_name(typed, some);
	while (some[i] != 0 && some[i] == all[i]) {
		i++;
	}
	const bool same = i > 0 && some[i] == 0 && (all[i] == 0 || all[i] == ' ');
	memory_wipe(all, sizeof all);
	memory_wipe(some, sizeof some);
	return same;
}
