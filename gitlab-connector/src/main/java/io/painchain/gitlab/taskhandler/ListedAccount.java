package io.painchain.gitlab.taskhandler;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;

import io.painchain.model.task.PeopleOutput.Account;

/** A user, or a member of a project. */
record ListedAccount(Long id, String username, String name, String state) {

    /** Users that belong to a project's or group's access token. */
    private static final Pattern OF_TOKEN = Pattern.compile("(?:project|group)_[0-9]{1,18}_bot(?:_[0-9a-z]{1,64})?");

    ListedAccount {
        requireNonNull(id, "id");
        requireNonNull(username, "username");
    }

    Account account(boolean member, List<String> groups) {
        return new Account(id.toString(), username, name == null || name.isBlank() ? null : name.strip(),
                OF_TOKEN.matcher(username).matches(), member && !"blocked".equals(state), groups);
    }
}
