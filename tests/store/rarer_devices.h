#ifndef TESTS_STORE_RARER_DEVICES_H
#define TESTS_STORE_RARER_DEVICES_H

#include "app/desk/desk.h"

/* Of the rarer acts (rarer.h), those about devices. Each needs the one before it. */
enum result rarer_report_wire(struct desk *desk);
enum result rarer_choose_wire(struct desk *desk);

enum result rarer_ask_test_slip(struct desk *desk);
enum result rarer_take_test_slip(struct desk *desk);
enum result rarer_ask_and_take_test_slip(struct desk *desk);
enum result rarer_end_test_slip(struct desk *desk);

#endif
