#include "app/paper/qr.h"

#include "app/base/log.h"

#include <qrencode.h>

#include <string.h>

bool qr_encode(const char *text, struct qr *out_qr)
{
	size_t length = strlen(text);
	QRcode *code;

	/* Version 20 at level M holds 666 bytes; longer text need not be tried. */
	if (length == 0 || length > 666) {
		return false;
	}
	code = QRcode_encodeData((int)length, (const unsigned char *)text, 0, QR_ECLEVEL_M);
	if (!code || code->width > QR_SIDE_MAX) {
		QRcode_free(code);
		return false;
	}
	out_qr->side = code->width;
	for (int i = 0; i < code->width * code->width; i++) {
		out_qr->modules[i] = code->data[i] & 1;
	}
	QRcode_free(code);
	return true;
}

int qr_side(const char *text)
{
	struct qr qr;

	if (!qr_encode(text, &qr)) {
		log_warn("paper", "a QR code of %zu bytes is left out", strlen(text));
		return 0;
	}
	return qr.side;
}
