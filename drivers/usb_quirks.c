#include "drivers/usb_quirks.h"

#include <stddef.h>

enum { ALL = 0xffff };

/*
 * The first row that fits counts, so a model stands before its maker's other products. Receipt
 * printers: hardware.md §6.3. The other bits: what CUPS 2.4 says of these numbers in its
 * org.cups.usb-quirks (hardware.md §6.2), except where a row names something else.
 */
static const struct {
	int vendor, first, last;
	unsigned quirks;
} rows[] = {
	{0x04b8, 0x0202, 0x0202, USB_RECEIPT | USB_VENDOR_CLASS}, /* Epson UB-U05, TM-T70, T88IV */
	{0x04b8, 0x0e00, 0x0eff, USB_RECEIPT},                    /* Epson TM */
	{0x0416, 0x5011, 0x5011, USB_RECEIPT},                    /* Zjiang POS-58, XP-58IIH */
	{0x0483, 0x5743, 0x5743, USB_RECEIPT},                    /* POS-80xx */
	{0x0483, 0x5840, 0x5840, USB_RECEIPT},                    /* MPT-II */
	{0x0483, 0x5720, 0x5720, USB_RECEIPT},                    /* STM-based */
	{0x0483, 0x070b, 0x070b, USB_RECEIPT | USB_ONE_WAY},      /* never answers (§6.1) */
	{0x1fc9, 0x2016, 0x2016, USB_RECEIPT},                    /* Xprinter */
	{0x0fe6, 0x811e, 0x811e, USB_RECEIPT},                    /* Dtronic and rebrands */
	{0x4b43, 0x3830, 0x3830, USB_RECEIPT},                    /* Caysn */
	{0x1504, 0x0000, ALL, USB_RECEIPT},                       /* Bixolon */
	{0x1d90, 0x0000, ALL, USB_RECEIPT},                       /* Citizen */
	{0x2730, 0x2008, 0x2008, USB_RECEIPT | USB_ONE_WAY | USB_DELAY_CLOSE}, /* CT-S4000 */
	{0x2d84, 0xc7c8, 0xc7c8, USB_RECEIPT | USB_ONE_WAY | USB_NO_REATTACH}, /* Poskey */
	{0x2d84, 0x0000, ALL, USB_ONE_WAY | USB_NO_REATTACH},
	/* Star speaks a language of its own, except the BSC10. */
	{0x0519, 0x000b, 0x000b, USB_RECEIPT | USB_ONE_WAY},
	{0x0519, 0x0011, 0x0011, USB_RECEIPT | USB_ONE_WAY},
	{0x0519, 0x001b, 0x001b, USB_RECEIPT | USB_ONE_WAY},
	{0x0519, 0x0001, 0x0001, USB_DELAY_CLOSE}, /* TSP743 */
	{0x0519, 0x0000, ALL, USB_ONE_WAY},
	/* Cables to a parallel port: what hangs on them says what it is. */
	{0x1a86, 0x7584, 0x7584, USB_NO_REATTACH},                                /* CH340S */
	{0x067b, 0x2305, 0x2305, USB_ONE_WAY | USB_NO_REATTACH | USB_SOFT_RESET}, /* PL2305 */
};

unsigned usb_quirks_find(int vendor, int product)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (rows[i].vendor == vendor && product >= rows[i].first &&
			product <= rows[i].last) {
			return rows[i].quirks;
		}
	}
	return 0;
}
