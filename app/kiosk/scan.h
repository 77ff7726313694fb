#ifndef APP_KIOSK_SCAN_H
#define APP_KIOSK_SCAN_H

#include "app/desk/desk.h"

/*
 * What a scanned code is for. A code with a prefix ("JANJI:K7QM2X") says so itself; one without is
 * the code of an appointment as staff gave it. A new kind of code is a row in scan.c.
 */
enum scan_kind {
	SCAN_UNKNOWN, /* nothing of ours */
	SCAN_APPOINTMENT,
};

/* Reads what the scanner sent, in any case and with spaces round it; `out_code` is "" when it is
 * unknown. */
enum scan_kind scan_read(const char *text, char out_code[DESK_CODE_SIZE]);

#endif
