#ifndef APP_DESK_OFFICE_FILE_PARTS_H
#define APP_DESK_OFFICE_FILE_PARTS_H

#include "app/base/config.h"
#include "app/desk/office_file.h"

/* Parts of an office file, each read from where it stands; what is wrong is left in `config`. */

/* id = "…"; en = "…"; of `group`. `stride` bytes lie between the two texts. */
void office_file_read_languages(
	struct config *config, const struct config_group *group, char *out_texts, size_t stride);

/* hours = { monday = "08.00-15.30"; … }; breaks = { friday = ["11.30-13.00"]; }; of `group`. */
void office_file_read_week(struct config *config, const struct config_group *group,
	struct office_day out_week[OFFICE_WEEK]);

/* The whole calendar: the week, seasons = ( … ); and holidays = ["indonesia-2026.csv"]; of the
 * office file at `path`. */
void office_file_read_calendar(struct config *config, const char *path, struct office *office);

/* holiday_years = ( … ); days_off = ( … ); and closures = ( … ); which an export writes in place of
 * the files of lists: added to what is there. */
void office_file_read_entries(struct config *config, struct office *office);

/* known = "2026-11-23T09:00:00"; of an entry: when it was made; 0 = from the beginning. */
int64_t office_file_read_known(
	struct config *config, const struct config_group *group, const struct office *office);

/* `key` = "2026-02-19"; as a day (calendar.h). */
int office_file_read_date(struct config *config, const struct config_group *group, const char *key);

/* staff = ( { code; name; role; } ); with a head among them, if there is anybody. */
void office_file_read_staff(struct config *config, struct office_file *file);

/* counters = ( { number; name = { id; en; }; services = [ … ]; }, … ); of a file whose services are
 * read: without a name it has none, without services it serves all. */
void office_file_read_counters(struct config *config, struct office *office);

/* console = { ring_soon; ring_late; ring_unattended; raise_late; lock_minutes; }; what is left out
 * is as usual (office_console_usual). */
void office_file_read_console(struct config *config, struct office_console *out_console);

/* target_s, standards = ( … ); daily_quota and last_issue of a service. */
void office_file_read_promise(
	struct config *config, const struct config_group *group, struct office_service *service);

/* published = { requirements = ( … ); procedure = ( … ); … }; of the service at `service`, and
 * pledge = ( … ); of the file: appended to `standards`. */
void office_file_read_published(struct config *config, const struct config_group *group,
	int service, struct standards *standards);
void office_file_read_pledge(struct config *config, struct standards *standards);

/* guest_book = { email = "required"; address = "no"; … }; of the file, for all services, and of the
 * service itself, which has the last word. What neither says is as usual (guest_field.h). */
void office_file_read_guest_book(
	struct config *config, const struct config_group *group, struct office_service *service);

/* options = { occupation = ( { code = 2; id; en; short = { id; en; }; offered; survey; }, … ); … };
 */
void office_file_read_options(struct config *config, struct office *office);

/* slip = { hidden = [ "promise" ]; footer = { id; en; }; }; left out: every line, no footer. */
void office_file_read_slip(struct config *config, struct office_slip *out_slip);

/* feedback = { instrument; invitation; addresses = ( … ); }; what is left out: the nine elements,
 * with invitation, and no address. */
void office_file_read_feedback(struct config *config, struct office_feedback *out_feedback);

/* voice = { on; chime; numbers; repeats; volume; brief_from; brief; hours = ( … ); wordings = ( …
 * ); }; what is left out is as usual (office_voice_usual). */
void office_file_read_voice(struct config *config, struct office_voice *out_voice);

#endif
