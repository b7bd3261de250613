package io.painchain.simulator.render;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.repository.Repository;

/** How an author stands to a repository. */
public final class Associations {

    private Associations() {
    }

    public static String of(Repository repository, Account author) {
        if (author == null || author.deleted()) {
            return "NONE";
        }
        boolean owner = author.login().equalsIgnoreCase(repository.owner().login());
        return owner ? "OWNER" : author.kind() == Account.Kind.BOT ? "CONTRIBUTOR" : "MEMBER";
    }
}
