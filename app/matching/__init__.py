"""Who asks for help, who could give it and why, and what came of it (依頼・ニーズ・マッチング)."""
