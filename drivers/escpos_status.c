#include "drivers/escpos_status.h"

enum { XON = 0x11, XOFF = 0x13 };

enum escpos_said escpos_hear(struct escpos_reader *reader, uint8_t byte)
{
	if ((byte & 0x93) == 0x12) {
		return ESCPOS_SAID_STATUS;
	}
	if (byte == XON || byte == XOFF) {
		return ESCPOS_SAID_NOTHING;
	}
	if ((byte & 0x93) == 0x10) {
		reader->frame[0] = byte;
		reader->length = 1;
		return ESCPOS_SAID_NOTHING;
	}
	if (byte & 0x90) {
		escpos_forget(reader);
		return ESCPOS_SAID_NOTHING;
	}
	if (reader->length > 0) {
		reader->frame[reader->length++] = byte;
		if (reader->length < ESCPOS_FRAME_SIZE) {
			return ESCPOS_SAID_NOTHING;
		}
		reader->length = 0;
		return ESCPOS_SAID_FRAME;
	}
	/* Two bits to each of two paper sensors, which are set together. */
	return byte == 0x00 || byte == 0x03 || byte == 0x0c || byte == 0x0f ? ESCPOS_SAID_DONE
									    : ESCPOS_SAID_NOTHING;
}

void escpos_forget(struct escpos_reader *reader)
{
	reader->length = 0;
}

/* How much a reason explains; what explains less never takes its place. */
static int weight(enum result reason)
{
	switch (reason) {
	case RESULT_COVER_OPEN: return 4;
	case RESULT_PAPER_OUT: return 3;
	case RESULT_PRINTER_ERROR: return 2;
	case RESULT_DEVICE_OFFLINE: return 1;
	default: return 0;
	}
}

static void add(struct printer_status *status, bool holds, enum result reason)
{
	if (holds && weight(reason) > weight(status->reason)) {
		status->reason = reason;
	}
}

bool escpos_read_status(int question, uint8_t answer, struct printer_status *status)
{
	if ((answer & 0x93) != 0x12) {
		return false;
	}
	switch (question) {
	case 1: add(status, answer & 0x08, RESULT_DEVICE_OFFLINE); return true;
	case 2:
		add(status, answer & 0x04, RESULT_COVER_OPEN);
		add(status, answer & 0x20, RESULT_PAPER_OUT);
		add(status, answer & 0x40, RESULT_PRINTER_ERROR);
		return true;
	case 3: add(status, answer & 0x68, RESULT_PRINTER_ERROR); return true;
	case 4:
		status->near_end = (answer & 0x0c) != 0;
		add(status, answer & 0x60, RESULT_PAPER_OUT);
		return true;
	default: return false;
	}
}

void escpos_read_frame(const uint8_t frame[ESCPOS_FRAME_SIZE], struct printer_status *status)
{
	add(status, frame[0] & 0x20, RESULT_COVER_OPEN);
	add(status, frame[2] & 0x0c, RESULT_PAPER_OUT);
	add(status, frame[1] & 0x68, RESULT_PRINTER_ERROR);
	add(status, frame[0] & 0x08, RESULT_DEVICE_OFFLINE);
	status->near_end = (frame[2] & 0x03) != 0;
}

unsigned escpos_question_tells(int question)
{
	switch (question) {
	case 2: return PRINTER_TELLS_COVER | PRINTER_TELLS_PAPER;
	case 3: return PRINTER_TELLS_CUTTER;
	case 4: return PRINTER_TELLS_PAPER | PRINTER_TELLS_NEAR_END;
	default: return 0;
	}
}
