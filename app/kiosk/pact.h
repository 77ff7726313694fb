#ifndef APP_KIOSK_PACT_H
#define APP_KIOSK_PACT_H

#include "app/base/language.h"
#include "app/queue/office.h"

/* The promise of a service in the words of a language. */
enum { PACT_SIZE = 256 };

/* "Anda dilayani paling lama *10 menit* setelah pengunjung sebelum Anda selesai."; false when
 * nothing is promised on site. */
bool pact_say(const struct language *language, const struct office_service *service,
	char out_text[PACT_SIZE]);

/* "Paling lama 10 menit", for small places; false likewise. */
bool pact_say_brief(const struct language *language, const struct office_service *service,
	char out_text[PACT_SIZE]);

/* The other channels: "Email: 2 hari kerja · Telepon: langsung"; "" when there is none. */
void pact_say_channels(const struct language *language, const struct office_service *service,
	char out_text[PACT_SIZE]);

#endif
