package io.painchain.simulator.render;

import io.painchain.simulator.world.Account;
import io.painchain.simulator.world.Repository;

/** How an author stands to a repository. */
final class Associations {

    private Associations() {
    }

    static String of(Repository repository, Account author) {
        if (author == null || author.deleted()) {
            return "NONE";
        }
        boolean owner = author.login().equalsIgnoreCase(repository.owner().login());
        return owner ? "OWNER" : author.kind() == Account.Kind.BOT ? "CONTRIBUTOR" : "MEMBER";
    }
}
