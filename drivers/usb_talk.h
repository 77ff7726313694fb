#ifndef DRIVERS_USB_TALK_H
#define DRIVERS_USB_TALK_H

#include "drivers/escpos_status.h"
#include "drivers/usb.h"

/*
 * Questions and answers with an ESC/POS printer on a USB port. What it answers to is found out, as
 * most cheap boards answer nothing: DLE EOT (obeyed at once, each question on its own), else GS a
 * (obeyed in its turn, and told again by itself when something changes), else the printer class.
 * Every wait is bounded, also for a device that never stops talking.
 */
struct usb_talk {
	struct usb_port *port; /* borrowed */
	struct escpos_reader reader;
	unsigned questions; /* bit n: it answers DLE EOT n */
	bool frames;        /* it answers GS a */
	bool framed;        /* a frame came since it was asked for */
	bool unwell;        /* the class told of a trouble, which keeps one from answering */
	bool done;          /* an answer to GS r came since it was asked for */
	struct printer_status last; /* what the newest frame said */
};

/* Finds out what the printer answers to; at most a second. */
void usb_talk_init(struct usb_talk *talk, struct usb_port *port);

/*
 * For one that answered nothing so far: it may have been out of paper, open or still starting when
 * it was plugged in. A quarter of a second at most, and a second when it answers now; returns
 * usb_talk_answers.
 */
bool usb_talk_try_again(struct usb_talk *talk);

/* Whether it has any of the two ways to say how it is. */
bool usb_talk_answers(const struct usb_talk *talk);

/* The printer_capability bits, without PRINTER_CONFIRMS. */
unsigned usb_talk_tells(const struct usb_talk *talk);

/* Asks how it is; at most half a second and one control request. One that answers nothing is tried
 * again when the class says that a trouble is over. */
void usb_talk_get_status(struct usb_talk *talk, struct printer_status *out_status);

/* What it has said by itself, while it is too busy to be asked: OK when nothing is known. */
enum result usb_talk_get_news(struct usb_talk *talk);

/* Takes what came unasked. False when it never falls silent: no answer of such a device can be told
 * from noise. */
bool usb_talk_drain(struct usb_talk *talk);

/* What is to be sent for an answer when everything before it is done (GS r), and how many bytes. */
size_t usb_talk_ask_done(struct usb_talk *talk, const uint8_t **out_question);

/* Listens for `ms` at most, until talk->done. OK, TIMEOUT, MISSING, FAILED (the endpoint halts as
 * often as it is cleared). */
enum result usb_talk_wait_done(struct usb_talk *talk, int ms);

/* What the printer class itself says: paper out, gone, or nothing bad. */
enum result usb_talk_ask_class(struct usb_talk *talk);

/* Sends all of it, once more after a halt. */
enum result usb_talk_say(struct usb_talk *talk, const uint8_t *bytes, size_t size, int timeout_ms);

#endif
