package io.painchain.simulator.day;

/** The stories and how often each is told. */
final class Stories {

    private Stories() {
    }

    static Story any(Scene scene) {
        int card = scene.upTo(20);
        if (card <= 9) {
            return new PullStory(scene);
        }
        if (card <= 12) {
            return new IssueStory(scene);
        }
        if (card <= 15) {
            return new ReleaseStory(scene);
        }
        return card <= 18 ? new BranchStory(scene) : new NightlyStory(scene);
    }
}
