#include "tests/drivers/virtual_input.h"
#include "tests/drivers/virtual_printer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * virtual_desk: the devices of a front desk for another program's test, under umockdev-wrapper. Its
 * first line is the folder that programs must be given as UMOCKDEV_DIR. Then it obeys lines:
 * "forbid N" (the node of printer N is its owner's alone), "paper N" (its paper is out), "hold"
 * (another program has the scanner), each answered with "ok", and "look N", answered with how often
 * it was claimed, released, detached and attached.
 */

enum { PRINTERS = 5, LINE = 64 };

static const struct virtual_input_model scanner_model = {
	5, 0x0c2e, 0x0b61, "Honeywell USB Bar Code Scanner", "e080ffdf01cfffff fffffffffffffffe"};

/* 0 free, 1 silent and of the vendor class, 2 held, 3 for A4, 4 a bridge. */
static void make_models(struct virtual_printer_model models[PRINTERS])
{
	for (int i = 0; i < PRINTERS; i++) {
		models[i] = virtual_printer_ordinary;
		models[i].port = i;
		models[i].driver = "usblp";
		models[i].maker = "Maker";
		models[i].title = "Device";
	}
	models[0].serial = "X7AB1";
	models[1].product = 0x0202;
	models[1].interface_class = 0xff;
	models[1].answers_status = models[1].answers_order = false;
	models[1].kernel_driver = false;
	models[1].driver = NULL;
	models[1].id = "";
	models[2].serial = "X7AB2";
	models[2].driver = "usbfs";
	models[2].kernel_driver = false;
	models[2].held = true;
	models[3].vendor = 0x03f0;
	models[3].id = "MFG:HP;MDL:LaserJet P1102;CMD:ACL;CLS:PRINTER;";
	models[4].vendor = 0x0403;
	models[4].product = 0x6001;
	models[4].interface_class = 0xff;
	models[4].driver = "ftdi_sio";
	models[4].title = "FT232R USB UART";
}

static void set_paper(struct virtual_printer_state *state, long out)
{
	state->paper_out = out != 0;
}

static void obey(struct virtual_printer **printers, struct virtual_input *scanner, const char *line)
{
	char word[16] = "";
	int which = 0;

	if (sscanf(line, "%15s %d", word, &which) < 1 || which < 0 || which >= PRINTERS) {
		abort();
	}
	if (strcmp(word, "forbid") == 0) {
		virtual_printer_set_rights(printers[which], 0600, getegid());
	} else if (strcmp(word, "paper") == 0) {
		virtual_printer_change(printers[which], set_paper, 1);
	} else if (strcmp(word, "hold") == 0) {
		virtual_input_hold(scanner, true);
	} else if (strcmp(word, "look") == 0) {
		struct virtual_printer_state seen = virtual_printer_look(printers[which]);
		printf("%d %d %d %d\n", seen.claims, seen.releases, seen.detaches, seen.attaches);
		return;
	} else {
		abort();
	}
	puts("ok");
}

int main(void)
{
	char line[LINE];
	struct virtual_input *scanner = virtual_input_create(&scanner_model, NULL);
	struct virtual_printer_model models[PRINTERS];
	struct virtual_printer *printers[PRINTERS];

	make_models(models);
	for (int i = 0; i < PRINTERS; i++) {
		printers[i] = virtual_printer_create_on(virtual_input_testbed(scanner), &models[i]);
	}
	puts(getenv("UMOCKDEV_DIR"));
	fflush(stdout);
	while (fgets(line, sizeof(line), stdin)) {
		obey(printers, scanner, line);
		fflush(stdout);
	}
	for (int i = 0; i < PRINTERS; i++) {
		virtual_printer_destroy(printers[i]);
	}
	virtual_input_destroy(scanner);
	return 0;
}
