#include "app/kiosk/screen.h"

#include "app/kiosk/layout.h"

static struct action draw(struct ui *ui, const struct lobby *lobby, struct journey *journey)
{
	switch (journey->visit.screen) {
	case JOURNEY_SERVICE: return service_frame(ui, lobby, journey);
	case JOURNEY_NOTICE: return notice_frame(ui, lobby, journey);
	case JOURNEY_GUEST: return guest_frame(ui, lobby, journey);
	case JOURNEY_TICKET: return ticket_frame(ui, lobby, journey);
	case JOURNEY_REFUSED: return refused_frame(ui, lobby, journey);
	case JOURNEY_STANDARDS: return standards_frame(ui, lobby, journey);
	case JOURNEY_STANDARD: return standard_frame(ui, lobby, journey);
	case JOURNEY_PLEDGE: return pledge_frame(ui, lobby, journey);
	case JOURNEY_NUMBER: return number_frame(ui, lobby, journey);
	case JOURNEY_RATING: return rating_frame(ui, lobby, journey);
	case JOURNEY_THANKS: return thanks_frame(ui, lobby, journey);
	case JOURNEY_COMPLAINT: return complaint_frame(ui, lobby, journey);
	case JOURNEY_FILED: return filed_frame(ui, lobby, journey);
	case JOURNEY_GROUP: return group_frame(ui, lobby, journey);
	case JOURNEY_CODE:
	case JOURNEY_OWN:
	case JOURNEY_NAME:
	case JOURNEY_CONTACT: return line_frame(ui, lobby, journey);
	case JOURNEY_KNOWN: return known_frame(ui, lobby, journey);
	case JOURNEY_GONE: return gone_frame(ui, lobby, journey);
	case JOURNEY_HELP: return help_frame(ui, lobby, journey);
	case JOURNEY_SIGNED: return signed_frame(ui, lobby, journey);
	case JOURNEY_RECEPTION: return reception_frame(ui, lobby, journey);
	default: return welcome_frame(ui, lobby, journey);
	}
}

/* A new screen comes out of the ground, below the header, which stands still; the ticket's number
 * has its own way out of the slot and is readable from the first frame. */
static void fade(struct ui *ui, const struct journey *journey)
{
	enum { WIDE_HEADER = 112, TALL_HEADER = 160 };
	layout_begin(ui, journey);
	const struct layout layout = layout_of(ui, journey);
	struct rect rect = ui_screen(ui);
	const int top = layout.shape == LAYOUT_WIDE   ? WIDE_HEADER
			: layout.shape == LAYOUT_TALL ? TALL_HEADER
						      : rect.y;
	rect.h -= top - rect.y;
	rect.y = top;
	ui_fade_in(ui, rect, journey->visit.screen_ms);
}

struct action screen_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey)
{
	layout_begin(ui, journey);
	struct action action = draw(ui, lobby, journey);
	if (journey->visit.screen != JOURNEY_TICKET) {
		fade(ui, journey);
	}
	if (journey->visit.warned_ms != 0) {
		action = idle_frame(ui, lobby, journey);
	} else if (journey->visit.adjusting) {
		action = access_frame(ui, journey);
	} else {
		note_frame(ui, journey);
	}
	return action;
}
