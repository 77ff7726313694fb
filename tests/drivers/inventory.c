#include "tests/drivers/virtual_input.h"
#include "tests/drivers/virtual_printer.h"

#include <grp.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <linux/capability.h>

#include <cmocka.h>

/* What is plugged in, seen by a process of its own with real libusb; and that nothing is touched.
 */

#define KEYS_OF_A_KEYBOARD "e080ffdf01cfffff fffffffffffffffe"
#define KEYS_OF_A_PAD "5000fffa0 80000000004000"

static const struct virtual_input_model scanner = {
	5, 0x0c2e, 0x0b61, "Honeywell USB Bar Code Scanner", KEYS_OF_A_KEYBOARD};
static const struct virtual_input_model keypad = {7, 0x04d9, 0xa02a, "USB KEYPAD", KEYS_OF_A_PAD};
static const struct virtual_input_model keyboard = {
	9, 0x046d, 0xc31c, "Logitech USB Keyboard", KEYS_OF_A_KEYBOARD};

/* One of the vendor class: a bridge, a board, or a printer that hides. */
static struct virtual_printer_model other(int vendor, int product, int port, const char *title)
{
	return (struct virtual_printer_model){.vendor = vendor,
		.product = product,
		.port = port,
		.id = "",
		.title = title,
		.interface_class = 0xff,
		.out = 0x02,
		.in = 0x81};
}

static struct virtual_printer_model printer(int port, const char *serial, const char *driver)
{
	struct virtual_printer_model model = virtual_printer_ordinary;

	model.port = port;
	model.serial = serial;
	model.driver = driver;
	model.kernel_driver = driver && strcmp(driver, "usblp") == 0;
	model.held = driver && strcmp(driver, "usbfs") == 0;
	model.maker = "EPSON";
	model.title = "USB TM";
	return model;
}

/* Runs the client and reads all it says; `user` NULL = whoever runs this test. */
static void list(const char *user, bool bound_by_rights, char *out_text, size_t size)
{
	int out[2], status;
	size_t used = 0;
	ssize_t count;

	assert_int_equal(pipe(out), 0);
	pid_t client = fork();
	assert_true(client >= 0);
	if (client == 0) {
		dup2(out[1], STDOUT_FILENO);
		close(out[0]);
		if (bound_by_rights) {
			/* Fails for who is not root, and has no such powers to lose. */
			prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
			prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
		}
		execl(getenv("GILIRAN_INVENTORY_CLIENT"), "inventory_client", user, (char *)NULL);
		_exit(127);
	}
	close(out[1]);
	while ((count = read(out[0], out_text + used, size - 1 - used)) > 0) {
		used += (size_t)count;
	}
	out_text[used] = '\0';
	close(out[0]);
	assert_int_equal(waitpid(client, &status, 0), client);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void expect(const char *user, bool bound_by_rights, const char *wanted)
{
	char text[8192];

	list(user, bound_by_rights, text, sizeof(text));
	assert_string_equal(text, wanted);
}

static void expect_untouched(struct virtual_printer *device)
{
	struct virtual_printer_state seen = virtual_printer_look(device);
	size_t size;
	uint8_t *taken = virtual_printer_taken(device, &size);

	assert_int_equal(seen.claims + seen.detaches + seen.attaches + seen.resets, 0);
	assert_int_equal(size, 0);
	free(taken);
}

static void test_everything_at_once(void **state)
{
	(void)state;
	struct virtual_input *inputs[] = {virtual_input_create(&scanner, NULL), NULL, NULL};
	inputs[1] = virtual_input_create(&keypad, inputs[0]);
	inputs[2] = virtual_input_create(&keyboard, inputs[0]);
	struct virtual_printer_model models[] = {
		printer(0, NULL, NULL), printer(1, "X7AB1", "usblp"), printer(2, "X7AB2", "usbfs"),
		printer(3, NULL, "usblp"),                /* an A4 printer */
		other(0x04b8, 0x0202, 4, "EPSON UB-U05"), /* a printer that hides */
		other(0x0403, 0x6001, 5, "FT232R USB UART"), other(0x0403, 0x6001, 6, NULL),
		other(0x0403, 0x6015, 7, "FT231X"), other(0x8765, 0x1234, 8, NULL),
		other(0x1234, 0x5678, 9, "a gadget"),   /* nothing of ours */
		other(0x0403, 0x6010, 10, "two ports"), /* nor this one */
	};
	enum { MODELS = sizeof(models) / sizeof(*models) };
	struct virtual_printer *devices[MODELS];

	models[3].vendor = 0x03f0;
	models[3].id = "MFG:HP;MDL:LaserJet P1102;CMD:ACL;CLS:PRINTER;";
	models[4].maker = "EPSON";
	models[5].serial = "A50285BI";
	models[5].driver = "ftdi_sio";
	models[6].serial = "A,1"; /* what no URI can name */
	models[7].serial = "D308";
	for (int i = 0; i < MODELS; i++) {
		devices[i] =
			virtual_printer_create_on(virtual_input_testbed(inputs[0]), &models[i]);
	}
	expect(NULL, false,
		"printer 04b8:0e28 - [EPSON TM-T82X] usb:04b8:0e28 80mm-epson free - ask yes -\n"
		"printer 04b8:0e28 X7AB1 [EPSON TM-T82X] usb:04b8:0e28:X7AB1 80mm-epson kernel usblp "
		"ask yes -\n"
		"printer 04b8:0e28 X7AB2 [EPSON USB TM] usb:04b8:0e28:X7AB2 80mm-epson held usbfs "
		"leave yes -\n"
		"printer 03f0:0e28 - [HP LaserJet P1102] usb:03f0:0e28 safe kernel usblp leave yes -\n"
		"printer 04b8:0202 - [EPSON UB-U05] usb:04b8:0202 80mm-512 free - ask yes -\n"
		"board 0403:6001 A50285BI [FT232R USB UART] serial:0403:6001:A50285BI - kernel "
		"ftdi_sio leave yes -\n"
		"board 0403:6001 A,1 [FTDI] serial:0403:6001 - free - leave yes -\n"
		"board 0403:6015 D308 [FT231X] serial:0403:6015 - free - leave yes -\n"
		"board 8765:1234 - [BetaBrite Prism] usb:8765:1234 - free - leave yes -\n"
		"scanner 0c2e:0b61 - [Honeywell USB Bar Code Scanner] scanner:0c2e:0b61 - free - "
		"leave yes -\n"
		"keypad 04d9:a02a - [USB KEYPAD] keypad:04d9:a02a - free - leave yes -\n");
	for (int i = 0; i < MODELS; i++) {
		expect_untouched(devices[i]);
		virtual_printer_destroy(devices[i]);
	}
	for (int i = 2; i >= 0; i--) {
		assert_int_equal(virtual_input_requests(inputs[i]), 0);
		virtual_input_destroy(inputs[i]);
	}
}

/* A printer behind usblp is free as long as nobody has usblp's own node open. */
static void test_a_program_at_the_kernels_node(void **state)
{
	(void)state;
	struct virtual_printer_model model = printer(0, NULL, "usblp");
	model.lp = true;
	struct virtual_printer *device = virtual_printer_create(&model);

	expect(NULL, false,
		"printer 04b8:0e28 - [EPSON TM-T82X] usb:04b8:0e28 80mm-epson kernel usblp ask yes "
		"-\n");
	setenv("GILIRAN_BUSY", "/dev/usb/lp0", 1);
	expect(NULL, false,
		"printer 04b8:0e28 - [EPSON USB TM] usb:04b8:0e28 80mm-epson held usblp leave yes "
		"-\n");
	unsetenv("GILIRAN_BUSY");
	expect_untouched(device);
	virtual_printer_destroy(device);
}

/* A Poskey is not given back to usblp, so that to ask it would change the machine. */
static void test_what_cannot_be_given_back_is_left(void **state)
{
	(void)state;
	struct virtual_printer_model models[] = {printer(0, NULL, "usblp"), printer(1, NULL, NULL)};
	struct virtual_printer *devices[2];

	for (int i = 0; i < 2; i++) {
		models[i].vendor = 0x2d84;
		models[i].product = 0xc7c8;
		models[i].id = "MFG:Poskey;MDL:Printer;";
		devices[i] = i == 0 ? virtual_printer_create(&models[i])
				    : virtual_printer_create_beside(devices[0], &models[i]);
	}
	expect(NULL, false,
		"printer 2d84:c7c8 - [Poskey Printer] usb:2d84:c7c8 safe kernel usblp leave yes -\n"
		"printer 2d84:c7c8 - [Poskey Printer] usb:2d84:c7c8 safe free - ask yes -\n");
	for (int i = 1; i >= 0; i--) {
		expect_untouched(devices[i]);
		virtual_printer_destroy(devices[i]);
	}
}

#define PRINTER_RULE                                                                               \
	"SUBSYSTEM==\"usb\", ATTR{idVendor}==\"04b8\", ATTR{idProduct}==\"0e28\", GROUP=\"lp\", "  \
	"MODE=\"0660\""
#define BOARD_RULE                                                                                 \
	"SUBSYSTEM==\"usb\", ATTR{idVendor}==\"1a86\", ATTR{idProduct}==\"7523\", "                \
	"ENV{ID_MM_DEVICE_IGNORE}=\"1\", GROUP=\"giliran\", MODE=\"0660\""
#define INPUT_RULE                                                                                 \
	"SUBSYSTEM==\"input\", KERNEL==\"event*\", ATTRS{id/vendor}==\"0c2e\", "                   \
	"ATTRS{id/product}==\"0b61\", GROUP=\"giliran\", MODE=\"0660\""

static void test_rights_that_are_lacking(void **state)
{
	(void)state;
	struct virtual_input *input = virtual_input_create(&scanner, NULL);
	void *testbed = virtual_input_testbed(input);
	struct virtual_printer_model models[] = {printer(0, NULL, "usblp"),
		printer(1, "X7AB2", "usbfs"), other(0x1a86, 0x7523, 2, "USB Serial")};
	struct virtual_printer *devices[3];

	for (int i = 0; i < 3; i++) {
		devices[i] = virtual_printer_create_on(testbed, &models[i]);
		virtual_printer_set_rights(devices[i], 0600, getegid());
	}
	virtual_input_set_mode(input, 0600);
	static const char *const nobody =
		"printer 04b8:0e28 - [EPSON TM-T82X] usb:04b8:0e28 80mm-epson denied usblp leave "
		"lp:out " PRINTER_RULE "\n"
		"printer 04b8:0e28 X7AB2 [EPSON USB TM] usb:04b8:0e28:X7AB2 80mm-epson held usbfs "
		"leave lp:out " PRINTER_RULE "\n"
		"board 1a86:7523 - [USB Serial] serial:1a86:7523 - denied - leave giliran:out " BOARD_RULE
		"\n"
		"scanner 0c2e:0b61 - [Honeywell USB Bar Code Scanner] scanner:0c2e:0b61 - denied - "
		"leave giliran:out " INPUT_RULE "\n";
	expect("nobody", false, nobody);
	/* A mode that lets everybody in needs no group. */
	virtual_printer_set_rights(devices[2], 0666, getegid());
	char text[4096];
	list("nobody", false, text, sizeof(text));
	assert_non_null(strstr(text, "serial:1a86:7523 - free - leave yes -\n"));
	for (int i = 0; i < 3; i++) {
		expect_untouched(devices[i]);
		virtual_printer_destroy(devices[i]);
	}
	assert_int_equal(virtual_input_requests(input), 0);
	virtual_input_destroy(input);
}

/* The node is the group's, and the user is not of it: no rule is lacking. */
static void test_a_group_to_join(void **state)
{
	(void)state;
	struct virtual_printer_model model = printer(0, NULL, "usblp");
	struct virtual_printer *device = virtual_printer_create(&model);
	const struct group *lp = getgrnam("lp");
	char text[4096];

	assert_non_null(lp);
	/* Only root may give a node to any group; whoever else to one of their own. */
	bool root = geteuid() == 0;
	virtual_printer_set_rights(device, 0660, root ? lp->gr_gid : getegid());
	list("nobody", false, text, sizeof(text));
	assert_non_null(strstr(text, " denied usblp leave "));
	assert_non_null(strstr(text, root ? " lp:out -\n" : ":out -\n"));
	/* The group may read alone. */
	virtual_printer_set_rights(device, 0640, root ? lp->gr_gid : getegid());
	list("nobody", false, text, sizeof(text));
	assert_non_null(strstr(text, " lp:out " PRINTER_RULE "\n"));
	virtual_printer_destroy(device);
}

/* Without another name it is whoever runs this, as the system itself sees it. */
static void test_own_rights(void **state)
{
	(void)state;
	struct virtual_printer_model model = printer(0, NULL, NULL);
	struct virtual_printer *device = virtual_printer_create(&model);
	char text[4096];

	virtual_printer_forbid(device);
	list(NULL, true, text, sizeof(text));
	/* Nobody may ask it its id either: its strings have a name. */
	assert_non_null(strstr(text, "[EPSON USB TM] usb:04b8:0e28 80mm-epson denied - leave lp:"));
	expect_untouched(device);
	virtual_printer_destroy(device);
}

/* Each cut of an ordinary printer's descriptors, and lengths that lie: all at once. */
static void test_wild_descriptors(void **state)
{
	(void)state;
	static const uint8_t wild[][32] = {
		{9, 2, 0xff, 0xff, 0xff, 1, 0, 0xc0, 1, 9, 4, 0, 0, 0xff, 7, 1, 2, 0},
		{9, 2, 32, 0, 1, 1, 0, 0xc0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		{9, 2, 32, 0, 1, 1, 0, 0xc0, 1, 9, 4, 0, 0, 2, 7, 1, 2, 0, 1, 5, 2, 2, 64, 0, 0},
		{0},
	};
	enum { CUTS = 51, WILD = 4, FIRST = 18 };
	struct virtual_printer *devices[CUTS - FIRST + WILD];
	struct virtual_input *input = virtual_input_create(&scanner, NULL);
	size_t count = 0;
	char text[8192];

	for (int i = 0; i < CUTS - FIRST + WILD; i++) {
		struct virtual_printer_model model = printer(i, "\t\xc3\xa9:A", NULL);
		if (i < CUTS - FIRST) {
			model.descriptors_end = (size_t)(FIRST + i);
		} else {
			model.wild = wild[i - (CUTS - FIRST)];
			model.wild_size = sizeof(wild[0]);
		}
		model.id_length = 0xffff;
		devices[count++] = virtual_printer_create_on(virtual_input_testbed(input), &model);
	}
	list(NULL, false, text, sizeof(text));
	/* What is listed at all has an endpoint to print to; the scanner is last. */
	static const char start[] = "printer 04b8:0e28 ??:A [EPSON TM-T82X] usb:04b8:0e28:??:A ";
	size_t printers = 0;
	for (const char *line = text; *line != '\0'; line = strchr(line, '\n') + 1) {
		bool is_printer = strncmp(line, start, strlen(start)) == 0;
		assert_true(is_printer || strncmp(line, "scanner ", 8) == 0);
		printers += is_printer;
	}
	assert_true(printers > 0 && printers < count);
	assert_non_null(strstr(text, "scanner 0c2e:0b61"));
	while (count > 0) {
		expect_untouched(devices[--count]);
		virtual_printer_destroy(devices[count]);
	}
	virtual_input_destroy(input);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_everything_at_once),
		cmocka_unit_test(test_a_program_at_the_kernels_node),
		cmocka_unit_test(test_what_cannot_be_given_back_is_left),
		cmocka_unit_test(test_rights_that_are_lacking),
		cmocka_unit_test(test_a_group_to_join),
		cmocka_unit_test(test_own_rights),
		cmocka_unit_test(test_wild_descriptors),
	};

	if (!getenv("GILIRAN_INVENTORY_CLIENT") || !getenv("LD_PRELOAD")) {
		print_message("skipped: needs umockdev-wrapper\n");
		return 77;
	}
	/* No print server of this machine. */
	setenv("CUPS_SERVER", "/nonexistent/cups.sock", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
