#ifndef APP_DESK_WIRES_H
#define APP_DESK_WIRES_H

#include "app/desk/desk.h"
#include "app/queue/wire.h"

/*
 * A program says which devices its computer's settings name for it (device, part, own, fixed,
 * own_paper of `wire`). Written when it is another than before; no event: nobody decided anything.
 * What the head chooses instead is part of the settings (office_settings.h), and every view has it.
 */
enum result desk_report_wire(struct desk *desk, const struct wire *wire);

#endif
