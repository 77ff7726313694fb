#ifndef APP_KIOSK_ALOUD_H
#define APP_KIOSK_ALOUD_H

#include "app/base/settings.h"
#include "app/voice/voice.h"

/* What the kiosk lets be heard: the click of a press. */
struct aloud {
	struct voice *voice; /* NULL = silent */
	bool click;
};

/* As the settings say; aloud_close may be called on zeroed memory. */
void aloud_open(struct aloud *aloud, const struct settings *settings);
void aloud_close(struct aloud *aloud);

/* A press that something took. */
void aloud_press(struct aloud *aloud);

#endif
