#include "drivers/profile.h"

#include "drivers/device_id.h"

#include <string.h>
#include <strings.h>

/*
 * Widths, columns and cutters come from escpos-printer-db (receipt-print-hq, CC BY 4.0), whose
 * profile is named beside each; units of ESC J from Epson: 1/360 inch on heads of 180 dpi
 * (TM-T88III specification, GS P) and 1/406 inch on heads of 203 dpi (TM-T20 sample programs), two
 * to a dot; from the manuals of 58 mm boards: 0.125 mm, a dot of their own. Their tear bar is about
 * 12 mm (96 dots) after the head.
 */
static const struct printer_profile profiles[] = {
	/*
	 * A device of which nothing is known. 384 dots print whole on any paper, while 576 would
	 * lose a third on 58 mm. It is fed to a tear bar and then told to cut: a board without a
	 * cutter takes GS V for nothing, while a receipt that is not cut where it could be hangs
	 * out for everybody to pull at. No QR command, no code page, no ESC J, no text.
	 */
	{"safe", 384, 32, 0, true, false, -1, 96, 0, false},
	/* POS-5890, NT-5890K, ZJ-5870, Sunmi-V2: neither cutter nor QR command to rely on */
	{"58mm", 384, 32, 0, false, false, 0, 96, 1, true},
	{"58mm-42col", 384, 42, 1, false, false, 0, 96, 1, true}, /* the same in font B */
	{"58mm-432", 432, 36, 0, true, true, 0, 0, 0, true},      /* RP-F10-58mm */
	/* default, NT-80-V-UL: what every 80 mm printer of a known maker has in common */
	{"80mm", 576, 48, 0, true, true, 0, 0, 0, true},
	{"80mm-epson", 576, 48, 0, true, true, 0, 0, 2, true}, /* TM-T20II, TM-T20III, TM-m30III */
	{"80mm-64col", 576, 64, 1, true, true, 0, 0, 2, true}, /* the same in font B */
	{"80mm-512", 512, 42, 0, true, true, 0, 0, 2, true},   /* TM-T70, TM-T88III, TM-T88V */
	{"80mm-546", 546, 42, 0, true, true, 0, 0, 2, true},   /* TM-T20II-42col, TM-P80-42col */
	{"80mm-640", 640, 48, 0, true, true, 0, 0, 0, true},   /* CT-S651, SRP-S300 */
	/* 80 mm boards of no known maker: simple (no QR command); most cut */
	{"80mm-clone", 576, 48, 0, true, false, 0, 0, 0, true},
	{"80mm-tear", 576, 48, 0, false, false, 0, 96, 0, true}, /* the same without a cutter */
};

/*
 * Models by what their IEEE-1284 id says after MDL, wherever in it; the first that fits. The source
 * is escpos-printer-db unless another is named; where a line stands for several models, its width
 * is the smallest among them.
 */
static const struct {
	const char *model, *profile;
} known_models[] = {
	{"TM-T88", "80mm-512"},   /* TM-T88II, III, IV, V */
	{"TM-T70", "80mm-512"},   /* TM-T70, TM-T70II */
	{"TM-T90", "80mm-512"},   /* Epson, GS W: 512 outside Japan, 576 there */
	{"TM-T20", "80mm-epson"}, /* TM-T20II, TM-T20III */
	{"TM-T82",
		"80mm-epson"}, /* TM-T82X shares its USB number with TM-T20III (hardware.md §6.3) */
	{"TM-T83", "80mm-epson"}, /* TM-T83III too (§6.3) */
	{"TM-m30", "80mm-epson"}, /* TM-m30III */
	{"TM-L90", "80mm-epson"}, /* Epson, GS W: 576 on 80 mm */
	{"SRP-S300", "80mm-640"},
	{"CT-S", "80mm"}, /* CT-S651 has 640; the 576 of 80 mm (§6.3) print whole on it as well */
	{"ITPP047", "80mm-512"},
	{"POS58", "58mm"}, /* POS-5890, and ZJ-5870, which calls itself POS-58 */
	{"POS-58", "58mm"},
	{"NT-58", "58mm"},  /* NT-5890K */
	{"ZJ-58", "58mm"},  /* ZJ-5870 */
	{"XP-58", "58mm"},  /* XP-58IIH (hardware.md §6.3) */
	{"MPT-II", "58mm"}, /* §6.3 */
	{"Sunmi V2", "58mm"},
	{"58", "58mm"}, /* rebrands that keep the paper's width in their name */
	/* Xprinter, Zjiang, ZKTeco and rebrands by the paper's width in their name alone; 80 mm are
	 * 576 dots (§6.3) */
	{"80-V-UL", "80mm-clone"}, /* NT-80-V-UL */
	{"POS-80", "80mm-clone"},  /* hardware.md §6.3 */
	{"POS80", "80mm-clone"},
	{"XP-80", "80mm-clone"},
	{"XP-Q80", "80mm-clone"},
	{"XP-T80", "80mm-clone"},
	{"ZJ-80", "80mm-clone"},
	{"ZKP80", "80mm-clone"},
	{"TP80", "80mm-clone"},
	{"RP80", "80mm-clone"},
	{"80mm", "80mm-clone"},
};

/* Devices whose id names no model that is known; all from hardware.md §6.3. */
static const struct {
	int vendor, product;
	const char *profile;
} known_devices[] = {
	{0x0416, 0x5011,
		"58mm"}, /* Zjiang POS-58, XP-58IIH; also in 80 mm boards, which lose nothing */
	{0x0483, 0x5840, "58mm"},       /* MPT-II */
	{0x0483, 0x070b, "58mm"},       /* STM-based 58 mm boards */
	{0x0483, 0x5743, "80mm-clone"}, /* POS-80xx */
	{0x04b8, 0x0202, "80mm-512"},   /* UB-U05 in TM-T70, TM-T88IV */
	{0x04b8, 0x0e03, "80mm-epson"}, /* TM-T20 */
	{0x04b8, 0x0e1f, "80mm-epson"}, /* TM-m30 */
	{0x04b8, 0x0e27, "80mm-epson"}, /* TM-T82X, TM-T20III, TM-T83III */
	{0x04b8, 0x0e28, "80mm-epson"}, /* TM-T82X */
};

const struct printer_profile *printer_profile_find(const char *name)
{
	for (size_t i = 0; i < sizeof(profiles) / sizeof(*profiles); i++) {
		if (strcmp(profiles[i].name, name) == 0) {
			return &profiles[i];
		}
	}
	return NULL;
}

const struct printer_profile *printer_profile_at(size_t index)
{
	return index < sizeof(profiles) / sizeof(*profiles) ? &profiles[index] : NULL;
}

/* Whether `part` is in `text`, capital or small. */
static bool contains(const char *text, const char *part)
{
	size_t length = strlen(part);

	for (; *text != '\0'; text++) {
		if (strncasecmp(text, part, length) == 0) {
			return true;
		}
	}
	return false;
}

const struct printer_profile *printer_profile_guess(int vendor, int product, const char *id)
{
	char model[64];

	device_id_field(id, (const char *const[]){"MDL", "MODEL", NULL}, model, sizeof(model));
	for (size_t i = 0; i < sizeof(known_models) / sizeof(*known_models); i++) {
		if (contains(model, known_models[i].model)) {
			return printer_profile_find(known_models[i].profile);
		}
	}
	for (size_t i = 0; i < sizeof(known_devices) / sizeof(*known_devices); i++) {
		if (known_devices[i].vendor == vendor && known_devices[i].product == product) {
			return printer_profile_find(known_devices[i].profile);
		}
	}
	return printer_profile_find("safe");
}
