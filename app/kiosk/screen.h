#ifndef APP_KIOSK_SCREEN_H
#define APP_KIOSK_SCREEN_H

#include "app/kiosk/layout.h"
#include "app/ui/widget.h"

/*
 * The kiosk's screens (look.md §5, §8), one file each, laid out by layout.h. A screen
 * reads the lobby and the journey and returns the action the visitor asks for. One exception: the
 * keyboard edits the field of the guest book or of the code in place, so that no typed letter is
 * ever copied.
 *
 * Widget ids, for scripts and tests:
 *   every screen   kiosk.language.0 (Indonesia) .1 (English), kiosk.access, kiosk.back,
 *                  kiosk.help
 *   its panel      kiosk.large, kiosk.contrast, kiosk.low, access.reset, access.done
 *   welcome        welcome.take, welcome.appointment, welcome.standards, welcome.rate,
 *                  welcome.complain, welcome.invited, welcome.invited.1 and on beside it
 *   service        service.KONS (its code), service.more, service.priority, service.standards
 *   standards      standards.KONS (its code), standards.pledge, kiosk.continue
 *   standard       kiosk.continue; pledge likewise
 *   notice         kiosk.continue
 *   guest book     kiosk.continue, guest.no_email, guest.<field> for a typed field, and
 *                  guest.<field>.<code> for an option, guest.party_male.plus and .minus
 *   code           kiosk.continue, code.field
 *   ticket         ticket.done, ticket.more
 *   refused        refused.home, refused.another
 *   number         number.<letters> of a service, number.0 to .9, number.erase, kiosk.continue
 *   rating         rating.<value of the scale>, rating.skip
 *   thanks         thanks.done, thanks.more
 *   complaint      complaint.kind.0 (suggestion) .1, complaint.<topic>, complaint.elsewhere,
 *                  kiosk.continue, complaint.text
 *   group          group.less10, .minus, .plus, .more10, kiosk.continue
 *   contact, own   kiosk.continue
 *   known          known.yes, known.no; known.again, known.new where nobody was found
 *   help           help.back, help.over, help.done
 *   others         gone.done, signed.done, reception.done; ticket.sign, refused.again,
 *                  guest.known, welcome.help, welcome.give_up, service.help, service.group
 *   receipt        filed.done, filed.more
 *   idle warning   idle.stay, idle.erase
 */
struct action screen_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey);

struct action welcome_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action service_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action notice_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action guest_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey);
struct action ticket_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action refused_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action standards_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action standard_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action pledge_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);

struct action number_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey);
struct action rating_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action thanks_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action complaint_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey);
struct action filed_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);

struct action group_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action line_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey);
struct action known_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action gone_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action help_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action signed_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);
struct action reception_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey);

/*
 * What personal data is asked and why, under the header: for the guest book of `service`, or before
 * the words of a complaint when it is NULL.
 */
void notice_draw(struct ui *ui, const struct lobby *lobby, const struct layout *layout,
	const struct office_service *service);

/* On the complaint's screen: where else it can be said. */
void addresses_draw(struct ui *ui, const struct lobby *lobby, const struct layout *layout);

/* On the welcome screen while somebody is invited to rate (lobby_invited); several share `rect`. */
struct action invitation_draw(struct ui *ui, const struct lobby *lobby, struct rect rect);

/* The dialog over any screen while journey->visit.warned_ms is set. */
struct action idle_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey);

/* Over any screen while journey->visit.adjusting: text size, contrast, reach, language. */
struct action access_frame(struct ui *ui, const struct journey *journey);

/* Over any screen: a sentence that passes by itself, about what was scanned. */
void note_frame(struct ui *ui, const struct journey *journey);

/* The room on the welcome screen: what each counter does now. */
void room_draw(struct ui *ui, const struct lobby *lobby, struct rect rect);

/* In its place while the office is closed: what goes on without it. */
void online_draw(struct ui *ui, const struct lobby *lobby, struct rect rect);

/* The ticket's screen while the number has to be written down: no paper, no printer. */
struct action trouble_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey);

#endif
