#ifndef APP_CONSOLE_OFFICE_PAGE_H
#define APP_CONSOLE_OFFICE_PAGE_H

#include "app/console/parts.h"

/* Where the picture of the slip stands on the page of the settings, units. */
struct rect office_page_slip(const struct parts_layout *layout);

#endif
