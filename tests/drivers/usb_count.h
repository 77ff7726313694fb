#ifndef TESTS_DRIVERS_USB_COUNT_H
#define TESTS_DRIVERS_USB_COUNT_H

#include <stdbool.h>

/*
 * Whether everything taken from libusb was given back. The linker puts the counting functions of
 * usb_count.c before libusb's (USB_COUNTED in CMakeLists.txt), because the leak checker has to look
 * away from libusb 1.0.26: its own thread can lose a device that comes or goes while we leave.
 * What is missing is named on standard error.
 */
bool usb_count_is_even(void);

#endif
