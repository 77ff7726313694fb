#ifndef APP_DESK_FEEDBACK_H
#define APP_DESK_FEEDBACK_H

#include "app/desk/desk.h"
#include "app/feedback/complaint.h"
#include "app/feedback/instrument.h"

/*
 * Use cases of what visitors think: ratings, suggestions and complaints. A rating is of one segment
 * and free of personal data; it never touches the times of the visit. The log holds that a rating
 * was finished or a complaint filed, with hashes of what was said.
 */

/* ---- ratings ---- */

enum { DESK_SKIPPED = 0, DESK_OPEN = -1 }; /* answers beside those of the scale */

struct desk_rating {
	int64_t ticket;
	int segment;
	int service; /* place in office.services */
	char number[TICKET_NUMBER_SIZE];
	int answers[INSTRUMENT_ITEMS]; /* by the places of the questionnaire's items */
};

/*
 * Today's ticket `number` ("k7" will do) is rated: its latest segment that was served to the end
 * and is not rated yet. What was answered before, with the same questionnaire, is in `out_rating`.
 * TICKET_UNKNOWN; RATING_EARLY while nothing of it has been served to the end; RATING_DONE.
 */
enum result desk_rate(struct desk *desk, const char *number, const struct instrument *instrument,
	struct desk_rating *out_rating);

/* Keeps the answer to item `item` of a rating that was begun: a value of the scale or DESK_SKIPPED.
 * FIELD_RANGE, TICKET_UNKNOWN, RATING_DONE. */
enum result desk_rate_answer(struct desk *desk, const struct desk_rating *rating,
	const struct instrument *instrument, int item);

/* Keeps all answers and ends the rating; those still open count as skipped. FIELD_REQUIRED when
 * nothing was answered; else as above. */
enum result desk_rate_finish(
	struct desk *desk, const struct desk_rating *rating, const struct instrument *instrument);

/* The questionnaires used in a span of service dates. */
enum { DESK_SHEETS = 16 };
struct desk_sheet {
	char instrument[INSTRUMENT_CODE_SIZE];
	char version[INSTRUMENT_CODE_SIZE];
	int64_t finished; /* sheets that count */
	int64_t begun;    /* with those that were not finished */
};
enum result desk_list_sheets(struct desk *desk, const char *from, const char *to,
	struct desk_sheet *out_sheets, size_t size, size_t *out_count);

/* Sums and numbers of answers of the questionnaire's items, with their weights; and visits served
 * to the end in that span. */
struct desk_ratings {
	struct index_item items[INSTRUMENT_ITEMS];
	int64_t served;
};
enum result desk_sum_ratings(struct desk *desk, const char *from, const char *to,
	const struct instrument *instrument, struct desk_ratings *out_ratings);

/* The index of one part of the questionnaire; false when nobody has answered to it. */
bool desk_ratings_index(const struct desk_ratings *ratings, const struct instrument *instrument,
	int part, enum index_weight weight, struct index_value *out_value);

/* ---- suggestions and complaints ---- */

struct desk_complaint {
	char token[DESK_TOKEN_SIZE];    /* sent again with the same one it is the same; "" = none */
	char code[COMPLAINT_CODE_SIZE]; /* of the receipt; given by the desk */
	enum complaint_kind kind;
	enum complaint_topic topic;
	char service_date[CALENDAR_DATE_SIZE]; /* the desk's, as the rest but the two texts */
	int64_t filed_ms;
	enum complaint_state state;
	int64_t changed_ms;
	char text[COMPLAINT_TEXT_SIZE];
	char contact[COMPLAINT_CONTACT_SIZE]; /* how to answer; "" = not wanted */
	char notice[OFFICE_NOTICE_SIZE]; /* version of the notice of personal data that was shown
					    before the words; "" = none was. Not read back */
};

/* Overwrites what was typed. */
void desk_complaint_wipe(struct desk_complaint *complaint);

/* Files it, new; its code is then in `out_code`: of the first, when it was filed with this token
 * today already. FIELD_REQUIRED, FIELD_RANGE, TEXT_…. */
enum result desk_complain(struct desk *desk, const struct desk_complaint *complaint,
	char out_code[COMPLAINT_CODE_SIZE]);

/* Says what has become of it; `staff` NULL = nobody signed in. COMPLAINT_UNKNOWN, STAFF_UNKNOWN. */
enum result desk_move_complaint(struct desk *desk, const char *code, enum complaint_state state,
	const char *staff, struct desk_complaint *out_complaint);

/* The next ones in the order in which they were filed, at most `size` and maybe fewer: *inout_after
 * is 0 for the first part and says afterwards where the next begins; none = there are no more. */
enum result desk_list_complaints(struct desk *desk, int64_t *inout_after,
	struct desk_complaint *out_complaints, size_t size, size_t *out_count);

#endif
