#ifndef DRIVERS_DEVICE_ID_H
#define DRIVERS_DEVICE_ID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The IEEE-1284 device id, "MFG:EPSON;CMD:ESC/POS;MDL:TM-T82X;", as the request GET_DEVICE_ID of
 * the USB printer class answers it: two bytes of length, big-endian and counting themselves, then
 * the text (USB Printer Class 1.1, §4.2.1).
 */
enum { DEVICE_ID_SIZE = 1024 };

/*
 * Takes the text out of `answer`. A length that does not fit the answer is not believed beyond it;
 * bytes that are not printable ASCII become '?'. False when there is no text.
 */
bool device_id_read(const uint8_t *answer, size_t size, char *out_id, size_t out_size);

/* The value of the first of `keys` ("MDL", "MODEL"; ends with NULL) that is in `id`; else "". */
void device_id_field(const char *id, const char *const *keys, char *out_value, size_t size);

/* "EPSON TM-T82X" for people; "" when the id names neither. */
void device_id_name(const char *id, char *out_name, size_t size);

/* Whether the device says that it understands ESC/POS. */
bool device_id_is_escpos(const char *id);

#endif
