package io.painchain.github.taskhandler;

import static java.util.Objects.requireNonNull;

import java.util.List;

import io.painchain.github.api.record.Who;
import io.painchain.model.task.PeopleOutput.Account;

/** An account as lists and its own address tell of it; only the latter has the name. */
record ListedAccount(Long id, String login, String type, String name) {

    ListedAccount {
        requireNonNull(id, "id");
        requireNonNull(login, "login");
    }

    Account account(boolean member, List<String> groups) {
        return new Account(id.toString(), Who.login(login, type), name == null || name.isBlank() ? null : name.strip(),
                "Bot".equals(type), member, groups);
    }
}
