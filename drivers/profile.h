#ifndef DRIVERS_PROFILE_H
#define DRIVERS_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What must be known of a printer before bytes are made for it. Names are for installers
 * (`--paper`): the paper, and what sets it apart: "80mm", "80mm-512", "58mm".
 */
struct printer_profile {
	const char *name;
	int dots;    /* of a row, what the head can print */
	int columns; /* of text mode, in `font` */
	int font;    /* of text mode: 0 = A (12 x 24 dots), 1 = B (9 x 17 or 9 x 24) */
	bool cutter; /* it is sent a cut; never without */
	bool native_qr;
	int code_page;  /* for ESC t, one whose lower half is ASCII; -1 = do not send ESC t */
	int feed_dots;  /* to the tear bar; 0 where the cut command feeds by itself */
	int feed_units; /* of ESC J to a dot; 0 = not known: feeds are white rows of dots */
	bool text_safe; /* columns and sizes are as said above; else text mode sends dots too */
};

/* The profile called `name`; NULL when there is none. */
const struct printer_profile *printer_profile_find(const char *name);

/* The profiles one after the other, from 0; NULL after the last. */
const struct printer_profile *printer_profile_at(size_t index);

/*
 * The profile for a device by its USB numbers and IEEE-1284 id ("MFG:…;MDL:…;"; may be ""): by the
 * model it names, else by its numbers. Never NULL: of what nobody knows, "safe" loses nothing.
 */
const struct printer_profile *printer_profile_guess(int vendor, int product, const char *id);

#endif
