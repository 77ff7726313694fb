#define _DEFAULT_SOURCE /* getgrouplist */

#include "drivers/rights.h"

#include "app/base/text.h"

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

static mode_t wanted_bits(bool write)
{
	return write ? S_IROTH | S_IWOTH : S_IROTH;
}

static void read_own_groups(struct rights_user *user)
{
	int count = getgroups(RIGHTS_GROUPS - 1, user->groups);

	user->group_count = count > 0 ? (size_t)count : 0;
	user->groups[user->group_count++] = getegid();
}

static void read_groups(struct rights_user *user, gid_t group)
{
	int count = RIGHTS_GROUPS;

	/* One with more groups has its first ones looked at. */
	getgrouplist(user->name, group, user->groups, &count);
	user->group_count = count < 0 ? 0 : count > RIGHTS_GROUPS ? RIGHTS_GROUPS : (size_t)count;
}

bool rights_find_user(const char *name, struct rights_user *out_user)
{
	*out_user = (struct rights_user){.self = name == NULL, .uid = geteuid()};
	struct passwd *entry = name ? getpwnam(name) : getpwuid(out_user->uid);

	if (name && (!entry || !text_copy(out_user->name, sizeof(out_user->name), name))) {
		return false;
	}
	if (name) {
		out_user->uid = entry->pw_uid;
		read_groups(out_user, entry->pw_gid);
		return true;
	}
	if (entry) {
		text_copy(out_user->name, sizeof(out_user->name), entry->pw_name);
	} else {
		text_format(out_user->name, sizeof(out_user->name), "%u", (unsigned)out_user->uid);
	}
	read_own_groups(out_user);
	return true;
}

static bool is_of(const struct rights_user *user, gid_t group)
{
	for (size_t i = 0; i < user->group_count; i++) {
		if (user->groups[i] == group) {
			return true;
		}
	}
	return false;
}

bool rights_allow(const struct rights_user *user, const char *path, bool write)
{
	struct stat node;
	mode_t wanted = wanted_bits(write);

	if (user->self) {
		return access(path, write ? R_OK | W_OK : R_OK) == 0;
	}
	if (stat(path, &node) != 0) {
		return false;
	}
	if (user->uid == 0) {
		return true;
	}
	wanted <<= node.st_uid == user->uid ? 6 : is_of(user, node.st_gid) ? 3 : 0;
	return (node.st_mode & wanted) == wanted;
}

bool rights_has_group(const struct rights_user *user, const char *group)
{
	struct group *entry = getgrnam(group);

	return entry && is_of(user, entry->gr_gid);
}

void rights_find_group(const char *path, bool write, char out_group[RIGHTS_NAME_SIZE])
{
	struct stat node;
	mode_t wanted = wanted_bits(write) << 3;

	out_group[0] = '\0';
	if (stat(path, &node) != 0 || node.st_gid == 0 || (node.st_mode & wanted) != wanted) {
		return;
	}
	struct group *entry = getgrgid(node.st_gid);
	if (entry) {
		text_copy(out_group, RIGHTS_NAME_SIZE, entry->gr_name);
	}
}
