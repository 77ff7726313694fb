#include "app/desk/code.h"

#include "app/base/text.h"

#include <sodium.h>

#include <inttypes.h>
#include <string.h>

enum { SECRET_SIZE = 16 };

static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

static void read_secret(struct desk *desk, char out_secret[2 * SECRET_SIZE + 1])
{
	store_get_meta(desk->store, "secret", out_secret, 2 * SECRET_SIZE + 1);
}

void code_prepare(struct desk *desk)
{
	unsigned char secret[SECRET_SIZE];
	char text[2 * SECRET_SIZE + 1];
	read_secret(desk, text);
	if (text[0] == '\0' && !desk->training) {
		randombytes_buf(secret, sizeof secret);
		sodium_bin2hex(text, sizeof text, secret, sizeof secret);
		store_set_meta(desk->store, "secret", text);
	}
}

static void write_code(
	const char *secret, const char *kind, int64_t id, int try, char out_code[CODE_SIZE])
{
	char text[96];
	unsigned char hash[16];
	text_format(text, sizeof text, "%s %s%" PRId64 " %d", secret, kind, id, try);
	crypto_generichash(hash, sizeof hash, (const unsigned char *)text, strlen(text), NULL, 0);
	for (int i = 0; i < CODE_SIZE - 1; i++) {
		out_code[i] = letters[hash[i] % (sizeof letters - 1)];
	}
	out_code[CODE_SIZE - 1] = '\0';
}

void code_draw(struct desk *desk, const char *kind, int64_t id, int try, char out_code[CODE_SIZE])
{
	char secret[2 * SECRET_SIZE + 1];
	code_prepare(desk);
	read_secret(desk, secret);
	write_code(secret, kind, id, try, out_code);
}

void code_of_ticket(struct desk *desk, int64_t ticket, char out_code[CODE_SIZE])
{
	char secret[2 * SECRET_SIZE + 1];
	out_code[0] = '\0';
	read_secret(desk, secret);
	if (secret[0] != '\0' || desk->training) {
		write_code(secret, "ticket ", ticket, 0, out_code);
	}
}

void code_hash(struct desk *desk, const char *kind, const char *text, char out_hash[CODE_HASH_SIZE])
{
	char secret[2 * SECRET_SIZE + 1];
	unsigned char hash[16];
	crypto_generichash_state state;
	read_secret(desk, secret);
	/* A store without a secret is one for training. */
	crypto_generichash_init(&state, (const unsigned char *)secret, strlen(secret), sizeof hash);
	crypto_generichash_update(&state, (const unsigned char *)kind, strlen(kind) + 1);
	crypto_generichash_update(&state, (const unsigned char *)text, strlen(text));
	crypto_generichash_final(&state, hash, sizeof hash);
	sodium_bin2hex(out_hash, CODE_HASH_SIZE, hash, sizeof hash);
	sodium_memzero(&state, sizeof state);
}

bool desk_is_code(const char *code)
{
	return strlen(code) == CODE_SIZE - 1 && strspn(code, letters) == CODE_SIZE - 1;
}

void code_tidy(const char *typed, char *out_code, size_t size)
{
	text_copy(out_code, size, typed);
	for (char *at = out_code; *at != '\0'; at++) {
		*at = *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A') : *at;
	}
}
