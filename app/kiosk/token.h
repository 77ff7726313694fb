#ifndef APP_KIOSK_TOKEN_H
#define APP_KIOSK_TOKEN_H

#include "app/desk/desk.h"

/* A fresh random token of 128 bits in hexadecimal: one visitor's session, so that two requests of
 * one visitor are one ticket and two visitors always get two. */
void token_make(char out_token[DESK_TOKEN_SIZE]);

#endif
