#include "tests/store/rarer_devices.h"

#include "app/desk/test_slips.h"
#include "app/desk/wires.h"

enum result rarer_report_wire(struct desk *desk)
{
	const struct wire wire = {
		.device = "kiosk-1", .part = WIRE_PRINTER, .own = "usb:auto", .own_paper = "80mm"};
	return desk_report_wire(desk, &wire);
}

enum result rarer_choose_wire(struct desk *desk)
{
	const struct wire wire = {
		.device = "kiosk-1", .part = WIRE_PRINTER, .chosen = "usb:auto", .paper = "58mm"};
	return desk_choose_wire(desk, &wire);
}

enum result rarer_ask_test_slip(struct desk *desk)
{
	struct test_slip slip;
	return desk_ask_test_slip(desk, &slip);
}

enum result rarer_take_test_slip(struct desk *desk)
{
	return desk_take_test_slip(desk, 1);
}

enum result rarer_ask_and_take_test_slip(struct desk *desk)
{
	enum result result = rarer_ask_test_slip(desk);
	return result == RESULT_OK ? rarer_take_test_slip(desk) : result;
}

enum result rarer_end_test_slip(struct desk *desk)
{
	return desk_end_test_slip(desk, 1, PRINT_CONFIRMED, RESULT_OK);
}
