#ifndef APP_ADMIN_VOICE_H
#define APP_ADMIN_VOICE_H

#include "app/admin/admin.h"
#include "app/voice/words.h"

/* Opens the store whose office speaks; ADMIN_DONE, or a status after a line on stderr. */
int voice_open_office(struct admin *admin);

/* The language of a wording. */
enum voice_language voice_language_of(enum office_language language);

#endif
