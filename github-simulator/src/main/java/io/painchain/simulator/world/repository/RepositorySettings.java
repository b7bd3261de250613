package io.painchain.simulator.world.repository;

/** What an administrator of a repository may change. */
public record RepositorySettings(String description, String homepage, boolean isPrivate, boolean hasIssues,
        boolean hasWiki, boolean archived, String defaultBranch) {

    static RepositorySettings of(NewRepository draft) {
        return new RepositorySettings(draft.description(), null, draft.isPrivate(), true, false, false, "main");
    }

    public RepositorySettings description(String text) {
        return new RepositorySettings(text, homepage, isPrivate, hasIssues, hasWiki, archived, defaultBranch);
    }

    public RepositorySettings homepage(String address) {
        return new RepositorySettings(description, address, isPrivate, hasIssues, hasWiki, archived, defaultBranch);
    }

    public RepositorySettings isPrivate(boolean hidden) {
        return new RepositorySettings(description, homepage, hidden, hasIssues, hasWiki, archived, defaultBranch);
    }

    public RepositorySettings hasIssues(boolean on) {
        return new RepositorySettings(description, homepage, isPrivate, on, hasWiki, archived, defaultBranch);
    }

    public RepositorySettings hasWiki(boolean on) {
        return new RepositorySettings(description, homepage, isPrivate, hasIssues, on, archived, defaultBranch);
    }

    public RepositorySettings archived(boolean on) {
        return new RepositorySettings(description, homepage, isPrivate, hasIssues, hasWiki, on, defaultBranch);
    }

    public RepositorySettings defaultBranch(String branch) {
        return new RepositorySettings(description, homepage, isPrivate, hasIssues, hasWiki, archived, branch);
    }
}
