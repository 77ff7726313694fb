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

/* What programs have said of their wires and what is chosen for them, in `out_wires`, which has
 * room for WIRES; how many. */
enum result desk_list_wires(struct desk *desk, struct wire *out_wires, int *out_count);

/*
 * What is chosen for one part of a program, by `wire`: its device, part, chosen ("" = its own
 * settings hold again) and paper. An event, and another revision of the settings, unless it is so
 * already. WIRE_UNKNOWN; WIRE_FIXED when its program's command line has the last word; TEXT_… of
 * an address that is no text.
 */
enum result desk_choose_wire(struct desk *desk, const struct wire *wire);

/* Inside an act: writes the choice with its event, of `staff`; "" = nobody signed in. */
void wires_write_choice(struct desk *desk, const struct wire *wire, const char *staff);

#endif
