package io.painchain.simulator.world.repository;

/** What an administrator of a repository may change. */
public record RepositorySettings(String description, String homepage, boolean isPrivate, boolean hasIssues,
        boolean hasWiki, boolean archived, String defaultBranch, boolean hasPullRequests) {

    static RepositorySettings of(NewRepository draft) {
        return new RepositorySettings(draft.description(), null, draft.isPrivate(), true, false, false, "main", true);
    }

    public RepositorySettings description(String text) {
        return new RepositorySettings(text, homepage, isPrivate, hasIssues, hasWiki, archived, defaultBranch, hasPullRequests);
    }

    public RepositorySettings homepage(String address) {
        return new RepositorySettings(description, address, isPrivate, hasIssues, hasWiki, archived, defaultBranch,
                hasPullRequests);
    }

    public RepositorySettings isPrivate(boolean hidden) {
        return new RepositorySettings(description, homepage, hidden, hasIssues, hasWiki, archived, defaultBranch,
                hasPullRequests);
    }

    public RepositorySettings hasIssues(boolean on) {
        return new RepositorySettings(description, homepage, isPrivate, on, hasWiki, archived, defaultBranch, hasPullRequests);
    }

    public RepositorySettings hasWiki(boolean on) {
        return new RepositorySettings(description, homepage, isPrivate, hasIssues, on, archived, defaultBranch,
                hasPullRequests);
    }

    public RepositorySettings archived(boolean on) {
        return new RepositorySettings(description, homepage, isPrivate, hasIssues, hasWiki, on, defaultBranch, hasPullRequests);
    }

    public RepositorySettings defaultBranch(String branch) {
        return new RepositorySettings(description, homepage, isPrivate, hasIssues, hasWiki, archived, branch, hasPullRequests);
    }

    public RepositorySettings hasPullRequests(boolean on) {
        return new RepositorySettings(description, homepage, isPrivate, hasIssues, hasWiki, archived, defaultBranch, on);
    }
}
