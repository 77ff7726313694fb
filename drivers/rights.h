#ifndef DRIVERS_RIGHTS_H
#define DRIVERS_RIGHTS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* What a user may do with a device's node: by owner, group and mode, as udev gives them. */
enum { RIGHTS_NAME_SIZE = 64, RIGHTS_GROUPS = 128 };

struct rights_user {
	char name[RIGHTS_NAME_SIZE];
	bool self; /* whoever runs this: the system itself is asked, access lists included */
	uid_t uid;
	gid_t groups[RIGHTS_GROUPS];
	size_t group_count;
};

/* The user of that name, or with NULL whoever runs this; false when there is none. */
bool rights_find_user(const char *name, struct rights_user *out_user);

/* Whether `user` may read the node at `path` and, with `write`, write to it. */
bool rights_allow(const struct rights_user *user, const char *path, bool write);

/* Whether `user` is of the group; false also when there is no such group. */
bool rights_has_group(const struct rights_user *user, const char *group);

/* The group that may read the node at `path` and, with `write`, write to it; "" for none, and for
 * root's, which is nobody's to join. */
void rights_find_group(const char *path, bool write, char out_group[RIGHTS_NAME_SIZE]);

#endif
