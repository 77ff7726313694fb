#include "db/visit_rows.h"
#include "db/answer_rows.h"

/* ---- writing ---- */

static int64_t insert_visit(struct store *store, const char *date, int64_t arrived_ms, int party,
	const char *notice_version, const struct guest *codes)
{
	int64_t id = store_next_id(store, STATEMENT_VISIT_NEXT_ID);
	struct query *query = store_query(store, STATEMENT_VISIT_INSERT);
	query_put_int(query, id);
	query_put_text(query, date);
	query_put_int(query, arrived_ms);
	query_put_int(query, party);
	query_put_int(query, codes->party_male);
	query_put_int(query, codes->party_female);
	query_put_int(query, codes->sex);
	query_put_int(query, codes->age_band);
	query_put_int(query, codes->education);
	query_put_int(query, codes->occupation);
	query_put_int(query, codes->institution_kind);
	query_put_int(query, codes->purpose);
	query_put_int(query, codes->dtsen);
	query_put_int(query, codes->needs);
	query_put_text(query, notice_version);
	query_run(query);
	return id;
}

static void insert_guest(struct store *store, int64_t visit, const struct guest *guest)
{
	struct query *query = store_query(store, STATEMENT_GUEST_INSERT);
	query_put_int(query, visit);
	query_put_text(query, guest->name);
	query_put_text(query, guest->institution);
	query_put_text(query, guest->email);
	query_put_text(query, guest->phone);
	query_put_text(query, guest->address);
	query_put_text(query, guest->birth_year);
	query_put_text(query, guest->occupation_other);
	query_put_text(query, guest->institution_kind_other);
	query_put_text(query, guest->purpose_other);
	query_put_text(query, guest->dtsen_other);
	query_run(query);
	for (int i = 0; i < GUEST_ITEMS && guest->data_needed[i][0] != '\0'; i++) {
		query = store_query(store, STATEMENT_GUEST_DATA_INSERT);
		query_put_int(query, visit);
		query_put_int(query, i + 1);
		query_put_text(query, guest->data_needed[i]);
		query_run(query);
	}
	answer_rows_set(store, visit, guest);
}

int64_t visit_rows_insert(struct store *store, const char *date, int64_t arrived_ms, int party,
	const char *notice_version, const struct guest *guest)
{
	static const struct guest nobody;
	if (guest == NULL) {
		return insert_visit(store, date, arrived_ms, party, "", &nobody);
	}
	int64_t id = insert_visit(store, date, arrived_ms, party, notice_version, guest);
	insert_guest(store, id, guest);
	return id;
}

/* ---- reading ---- */

static void read_texts(struct query *query, struct guest *guest)
{
	query_text(query, guest->name, sizeof guest->name);
	query_text(query, guest->institution, sizeof guest->institution);
	query_text(query, guest->email, sizeof guest->email);
	query_text(query, guest->phone, sizeof guest->phone);
	query_text(query, guest->address, sizeof guest->address);
	query_text(query, guest->birth_year, sizeof guest->birth_year);
	query_text(query, guest->occupation_other, sizeof guest->occupation_other);
	query_text(query, guest->institution_kind_other, sizeof guest->institution_kind_other);
	query_text(query, guest->purpose_other, sizeof guest->purpose_other);
	query_text(query, guest->dtsen_other, sizeof guest->dtsen_other);
}

static void read_codes(struct query *query, struct guest *guest)
{
	guest->sex = (int)query_int(query);
	guest->age_band = (int)query_int(query);
	guest->education = (int)query_int(query);
	guest->occupation = (int)query_int(query);
	guest->institution_kind = (int)query_int(query);
	guest->purpose = (int)query_int(query);
	guest->dtsen = (int)query_int(query);
	guest->needs = (int)query_int(query);
	guest->party_male = (int)query_int(query);
	guest->party_female = (int)query_int(query);
}

static void read_data(struct store *store, int64_t visit, struct guest *guest)
{
	struct query *query = store_query(store, STATEMENT_GUEST_DATA_LIST);
	query_put_int(query, visit);
	query_put_int(query, GUEST_ITEMS);
	for (int i = 0; i < GUEST_ITEMS && query_next(query); i++) {
		query_text(query, guest->data_needed[i], sizeof guest->data_needed[i]);
	}
	query_reset(query);
}

static bool read_guest(
	struct store *store, enum statement statement, int64_t id, struct guest *out_guest)
{
	*out_guest = (struct guest){0};
	struct query *query = store_query(store, statement);
	query_put_int(query, id);
	if (!query_next(query)) {
		return false;
	}
	int64_t visit = query_int(query);
	read_texts(query, out_guest);
	read_codes(query, out_guest);
	query_reset(query);
	read_data(store, visit, out_guest);
	answer_rows_read(store, visit, out_guest);
	return true;
}

/* `from`: "" = also what several people use; "0" = only what was one person's, whose hash is hex.
 */
static void blank(struct store *store, int64_t visit, const char *from)
{
	struct query *query = store_query(store, STATEMENT_GUEST_BLANK);
	query_put_int(query, visit);
	query_run(query);
	query = store_query(store, STATEMENT_ACQUAINTANCE_BLANK);
	query_put_int(query, visit);
	query_put_text(query, from);
	query_run(query);
	query = store_query(store, STATEMENT_KNOWN_VISIT_BLANK);
	query_put_int(query, visit);
	query_run(query);
}

int visit_rows_blank(struct store *store, const char *date, int most)
{
	int count = 0;
	while (count < most) {
		struct query *query = store_query(store, STATEMENT_GUEST_OLDEST);
		query_put_text(query, date);
		int64_t visit = query_next(query) ? query_int(query) : 0;
		query_reset(query);
		if (visit == 0) {
			break;
		}
		blank(store, visit, "");
		count++;
	}
	return count;
}

bool visit_rows_get_guest(struct store *store, int64_t ticket, struct guest *out_guest)
{
	return read_guest(store, STATEMENT_GUEST_OF_TICKET, ticket, out_guest);
}

bool visit_rows_get_guest_of(struct store *store, int64_t visit, struct guest *out_guest)
{
	return read_guest(store, STATEMENT_GUEST_OF_VISIT, visit, out_guest);
}

bool visit_rows_find(struct store *store, int64_t ticket, struct visit_row *out_row)
{
	*out_row = (struct visit_row){0};
	struct query *query = store_query(store, STATEMENT_VISIT_OF_TICKET);
	query_put_int(query, ticket);
	if (!query_next(query)) {
		return false;
	}
	out_row->id = query_int(query);
	out_row->party = (int)query_int(query);
	out_row->is_signed = query_int(query) != 0;
	query_reset(query);
	return true;
}

int visit_rows_count_sex(struct store *store, const char *date, int sex)
{
	struct query *query = store_query(store, STATEMENT_VISIT_COUNT_SEX);
	query_put_text(query, date);
	query_put_int(query, sex);
	int count = query_next(query) ? (int)query_int(query) : 0;
	query_reset(query);
	return count;
}

void visit_rows_sign(struct store *store, const struct visit_row *row, const char *notice_version,
	const struct guest *guest)
{
	struct query *query = store_query(store, STATEMENT_VISIT_SIGN);
	query_put_int(query, row->party);
	query_put_int(query, guest->party_male);
	query_put_int(query, guest->party_female);
	query_put_int(query, guest->sex);
	query_put_int(query, guest->age_band);
	query_put_int(query, guest->education);
	query_put_int(query, guest->occupation);
	query_put_int(query, guest->institution_kind);
	query_put_int(query, guest->purpose);
	query_put_int(query, guest->dtsen);
	query_put_int(query, guest->needs);
	query_put_text(query, notice_version);
	query_put_int(query, row->id);
	query_run(query);
	insert_guest(store, row->id, guest);
}

/* What several people use stays nobody's (008_flows.sql). */
void visit_rows_correct(struct store *store, const struct visit_row *row, const struct guest *guest)
{
	blank(store, row->id, "0");
	visit_rows_sign(store, row, "", guest);
}
