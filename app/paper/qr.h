#ifndef APP_PAPER_QR_H
#define APP_PAPER_QR_H

#include <stdbool.h>
#include <stdint.h>

/* A QR code (ISO/IEC 18004, level M) as a matrix, for paper and screens. */
enum { QR_SIDE_MAX = 97 }; /* version 20 */

struct qr {
	int side;                                   /* modules, without quiet zone */
	uint8_t modules[QR_SIDE_MAX * QR_SIDE_MAX]; /* row by row, 1 = dark */
};

/* False when `text` is too long for version 20. */
bool qr_encode(const char *text, struct qr *out_qr);

/* The side of the code of `text` for layout_make; 0 and one log line when there can be none. */
int qr_side(const char *text);

#endif
