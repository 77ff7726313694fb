/*
 * The seal on a day's log: an Ed25519 signature of its head. The secret half of the key lies in a
 * file beside the store, not in it, so that who has a copy of the store alone cannot seal it anew.
 */
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"

#include <sodium.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	PATH_SIZE = 1100,
	KEY_SIZE = crypto_sign_PUBLICKEYBYTES,
	OFFICE_MODE = 0660, /* for the programs of the office alone */
};

static bool key_path(const char *store, char out_path[PATH_SIZE])
{
	return text_format(out_path, PATH_SIZE, "%s-key", store);
}

static bool write_whole(
	const char *path, unsigned mode, const unsigned char seed[crypto_sign_SEEDBYTES])
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
	if (file < 0) {
		return false;
	}
	(void)fchmod(file, mode);
	bool written = write(file, seed, crypto_sign_SEEDBYTES) == crypto_sign_SEEDBYTES &&
		       fsync(file) == 0;
	close(file);
	return written;
}

/* All or nothing. */
static bool write_seed(
	const char *path, unsigned mode, const unsigned char seed[crypto_sign_SEEDBYTES])
{
	char draft[PATH_SIZE];
	if (!text_format(draft, sizeof draft, "%s-new", path)) {
		return false;
	}
	bool written = write_whole(draft, mode, seed) && rename(draft, path) == 0;
	if (!written) {
		int number = errno;
		(void)unlink(draft);
		errno = number;
	}
	return written;
}

/* A file that is too short is no key: ENODATA. */
static bool read_seed(const char *path, unsigned char out_seed[crypto_sign_SEEDBYTES])
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0) {
		return false;
	}
	ssize_t size = read(file, out_seed, crypto_sign_SEEDBYTES);
	int number = size < 0 ? errno : ENODATA;
	close(file);
	errno = number;
	return size == crypto_sign_SEEDBYTES;
}

bool seal_make_key(struct store *store, const char *path)
{
	char file[PATH_SIZE], hex[2 * KEY_SIZE + 1];
	unsigned char seed[crypto_sign_SEEDBYTES], public_key[KEY_SIZE];
	unsigned char secret_key[crypto_sign_SECRETKEYBYTES];
	if (engine_is_in_memory(path)) {
		return true;
	}
	if (sodium_init() < 0 || !key_path(path, file)) {
		return false;
	}
	/* A store that stood here before left its key: it seals this one as well. */
	bool made = read_seed(file, seed);
	if (!made && (errno == ENOENT || errno == ENODATA)) {
		randombytes_buf(seed, sizeof seed);
		made = write_seed(file, OFFICE_MODE, seed);
	}
	crypto_sign_seed_keypair(public_key, secret_key, seed);
	if (made) {
		sodium_bin2hex(hex, sizeof hex, public_key, sizeof public_key);
		store_set_meta(store, "key", hex);
	} else {
		log_error("desk", "%s: %s", file, strerror(errno));
	}
	memory_wipe(seed, sizeof seed);
	memory_wipe(secret_key, sizeof secret_key);
	return made;
}

enum seal_copy seal_copy_key(const char *from, const char *to, unsigned mode)
{
	char source[PATH_SIZE], target[PATH_SIZE];
	unsigned char seed[crypto_sign_SEEDBYTES], there[crypto_sign_SEEDBYTES];
	enum seal_copy copied = SEAL_FAILED;
	if (!key_path(from, source) || !key_path(to, target) || !read_seed(source, seed)) {
		return SEAL_NONE;
	}
	if (read_seed(target, there)) {
		copied = sodium_memcmp(seed, there, sizeof seed) == 0 ? SEAL_COPIED : SEAL_OTHER;
	} else if (write_seed(target, mode, seed)) {
		copied = SEAL_COPIED;
	} else {
		log_error("desk", "%s: %s", target, strerror(errno));
	}
	memory_wipe(seed, sizeof seed);
	memory_wipe(there, sizeof there);
	return copied;
}

/* The public key of the store; false when it has none. */
static bool read_public(struct desk *desk, unsigned char out_key[KEY_SIZE])
{
	char hex[2 * KEY_SIZE + 1];
	store_get_meta(desk->store, "key", hex, sizeof hex);
	return sodium_hex2bin(out_key, KEY_SIZE, hex, strlen(hex), NULL, NULL, NULL) == 0 &&
	       strlen(hex) == 2 * KEY_SIZE;
}

void seal_sign(struct desk *desk, const char *head, char out_signature[DAY_SIGNATURE_SIZE])
{
	char file[PATH_SIZE];
	unsigned char seed[crypto_sign_SEEDBYTES], known[KEY_SIZE], public_key[KEY_SIZE];
	unsigned char secret_key[crypto_sign_SECRETKEYBYTES], signature[crypto_sign_BYTES];
	out_signature[0] = '\0';
	if (engine_is_in_memory(desk->path)) {
		return;
	}
	/* A store of version 1 gets its key at its first close. */
	if (!read_public(desk, known) &&
		(!seal_make_key(desk->store, desk->path) || !read_public(desk, known))) {
		return;
	}
	if (!key_path(desk->path, file) || !read_seed(file, seed)) {
		log_warn("desk", "%s: %s, so the day is closed without a seal", file,
			strerror(errno));
		return;
	}
	crypto_sign_seed_keypair(public_key, secret_key, seed);
	if (memcmp(public_key, known, sizeof known) == 0) {
		crypto_sign_detached(
			signature, NULL, (const unsigned char *)head, strlen(head), secret_key);
		sodium_bin2hex(out_signature, DAY_SIGNATURE_SIZE, signature, sizeof signature);
	} else {
		log_warn("desk", "%s is not this store's key: no seal", file);
	}
	memory_wipe(seed, sizeof seed);
	memory_wipe(secret_key, sizeof secret_key);
}

bool seal_is_own(struct desk *desk)
{
	char file[PATH_SIZE];
	unsigned char seed[crypto_sign_SEEDBYTES], known[KEY_SIZE], public_key[KEY_SIZE];
	unsigned char secret_key[crypto_sign_SECRETKEYBYTES];
	if (engine_is_in_memory(desk->path) || !key_path(desk->path, file) ||
		!read_seed(file, seed) || !read_public(desk, known)) {
		return true;
	}
	crypto_sign_seed_keypair(public_key, secret_key, seed);
	memory_wipe(seed, sizeof seed);
	memory_wipe(secret_key, sizeof secret_key);
	return memcmp(public_key, known, sizeof known) == 0;
}

bool seal_is_right(struct desk *desk, const char *head, const char *signature)
{
	unsigned char key[KEY_SIZE], bytes[crypto_sign_BYTES];
	size_t length = 0;
	return read_public(desk, key) &&
	       sodium_hex2bin(bytes, sizeof bytes, signature, strlen(signature), NULL, &length,
		       NULL) == 0 &&
	       length == sizeof bytes &&
	       crypto_sign_verify_detached(bytes, (const unsigned char *)head, strlen(head), key) ==
		       0;
}
