package io.painchain.connector.taskhandler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.model.task.PeopleOutput;
import io.painchain.model.task.PeopleOutput.Account;
import io.painchain.model.validation.Limits;

/** Accounts by their id, whichever lists name them; what each list says of one is put together. */
public final class PeopleGathering {

    /** More would not fit into one result. */
    private static final int MOST = 20_000;
    private static final int GROUPS = 100;
    private static final int WARNINGS = 20;

    private final Map<String, Account> byId = new LinkedHashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private boolean complete = true;

    public void add(Account account) {
        if (byId.size() >= MOST && !byId.containsKey(account.externalId())) {
            incomplete("More than " + MOST + " people can be seen; those beyond are left out");
            return;
        }
        byId.merge(account.externalId(), account, PeopleGathering::together);
    }

    /** Something is left out that is not about members. */
    public void warn(String sentence) {
        if (warnings.size() < WARNINGS) {
            warnings.add(sentence.length() <= Limits.ERROR ? sentence : sentence.substring(0, Limits.ERROR - 1) + "…");
        }
    }

    /** Members are left out, so that nobody is taken to have left. */
    public void incomplete(String sentence) {
        complete = false;
        warn(sentence);
    }

    public int size() {
        return byId.size();
    }

    /** @param realm within what the accounts' ids are unique */
    public PeopleOutput output(String realm) {
        return new PeopleOutput(realm, new ArrayList<>(byId.values()), complete, List.copyOf(warnings));
    }

    private static Account together(Account one, Account other) {
        Set<String> groups = new LinkedHashSet<>(groups(one));
        groups.addAll(groups(other));
        return new Account(one.externalId(), other.login(), other.name() == null ? one.name() : other.name(),
                one.bot() || other.bot(), one.member() || other.member(), groups.stream().limit(GROUPS).toList());
    }

    private static List<String> groups(Account account) {
        return account.groups() == null ? List.of() : account.groups();
    }
}
